import type { IntervalIndex } from '#flexoffer';
import { DAY_END, DAY_START } from '../calendar/demo-day.js';
import { HOURS_BETWEEN_OFFERS, SITE_TRAITS, type SiteTraits } from '../community/site-kind.js';
import type { Site } from '../community/sites.js';
import type { Flexibility } from './flexibility.js';

const QUARTERS_AN_HOUR = 4;
/** Offered an hour ahead, tradable for three quarters of it. */
const QUARTERS_BEFORE_START = 4;
const MINUTES_TO_TRADE = 45;

/** A site's blocks of the demo day: every three hours, around what it expects to need from earlier days. */
export function siteFlexibilities(site: Site): Flexibility[] {
  const traits = SITE_TRAITS[site.kind];
  const first = DAY_START + site.firstOfferHour * QUARTERS_AN_HOUR;
  const flexibilities: Flexibility[] = [];
  for (
    let start = first;
    start + traits.blockLength <= DAY_END;
    start += HOURS_BETWEEN_OFFERS * QUARTERS_AN_HOUR
  ) {
    const flexibility = blockAt(site, traits, start);
    if (flexibility.slices.some(({ lowerWh, upperWh }) => lowerWh < upperWh)) flexibilities.push(flexibility);
  }
  return flexibilities;
}

function blockAt(site: Site, traits: SiteTraits, start: IntervalIndex): Flexibility {
  const defaultWh = Array.from({ length: traits.blockLength }, (_, index) =>
    site.load.forecast(start + index),
  );
  return {
    flexibilityId: `${site.prosumer.deviceId}-${start}`,
    offeredAt: start - QUARTERS_BEFORE_START,
    minutesToTrade: MINUTES_TO_TRADE,
    startAfter: start,
    startBefore: start,
    slices: defaultWh.map((expected) => ({
      lowerWh: Math.ceil((expected * (100 - traits.lessPercent)) / 100),
      upperWh: Math.floor((expected * (100 + traits.morePercent)) / 100),
    })),
    defaultWh,
    price: traits.price,
  };
}
