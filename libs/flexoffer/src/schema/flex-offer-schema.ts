import { DemoSiteOffer } from './demo-site.js';
import { MarketOffer } from './market.js';
import { SlicesOffer } from './slices.js';
import { Specification1Offer } from './specification-1.js';
import { Specification2Offer } from './specification-2.js';

/**
 * The JSON Schema (draft 2020-12) of every FlexOffer that `writeFlexOffer` writes, one definition for each form. Fields
 * that it does not name are allowed: unknown fields of a message come back to its sender. A plain object, the same at
 * every call.
 */
export function flexOfferSchema(): Readonly<Record<string, unknown>> {
  const forms = {
    'specification-1': Specification1Offer,
    'specification-2': Specification2Offer,
    'demo-site': DemoSiteOffer,
    market: MarketOffer,
    slices: SlicesOffer,
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:flexoffer-atp:flex-offer',
    title: 'FlexOffer',
    description:
      'A FlexOffer in one of the five forms of the field. Energies are kWh unless unit and multiplier say otherwise, in the sign that sender and receiver agreed on; prices are per kWh; an interval is a quarter-hour.',
    anyOf: Object.keys(forms).map((form) => ({ $ref: `#/$defs/${form}` })),
    $defs: forms,
  };
  // Through JSON, because a schema also carries what its library notes for itself.
  const plain: unknown = JSON.parse(JSON.stringify(schema));
  return plain as Record<string, unknown>;
}
