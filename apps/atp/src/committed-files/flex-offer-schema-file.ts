import { flexOfferSchema } from '#flexoffer';

/** The JSON Schema of the FlexOffers that the library writes, beside the library. */
export function flexOfferSchemaFile(): ReadonlyMap<string, string> {
  return new Map([
    ['libs/flexoffer/flex-offer.schema.json', `${JSON.stringify(flexOfferSchema(), null, 2)}\n`],
  ]);
}
