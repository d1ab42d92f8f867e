import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregateOf } from '../aggregation/aggregate-of.js';
import type { AggregateOptions } from '../aggregation/aggregate-options.js';
import { byId } from '../aggregation/by-id.js';
import { OfferColumns } from '../aggregation/columns/offer-columns.js';
import { Grouping } from '../aggregation/grouping/grouping.js';
import type { LeafGroup } from '../aggregation/grouping/leaf-group.js';
import { offerPacker } from '../aggregation/packed-offer.js';
import type { FlexOffer } from '../flex-offer.js';
import { arbitraryMember } from '../testing/arbitrary-member.js';
import { disaggregateAll } from './disaggregate-all.js';
import { disaggregate } from './disaggregate.js';
import type { GroupSchedule } from './group-schedule-faults.js';

const options: AggregateOptions = {
  zoneDepth: 1,
  startToleranceIntervals: 4,
  timeFlexibilityToleranceIntervals: 4,
  aggregatorId: 'agg',
  alignment: 'baseline',
};

/** Offers in columns, slots in the order of ids. */
function columnsOf(offers: readonly FlexOffer[]): { columns: OfferColumns; grouping: Grouping } {
  const columns = new OfferColumns();
  const names: string[] = [];
  const pack = offerPacker(options);
  const limits = { startTolerance: 4, timeFlexibilityTolerance: 4 };
  const grouping = new Grouping(columns, limits, (category) => names[category] ?? '');
  for (const offer of offers) {
    const { category, placement, energies } = pack(offer);
    if (!names.includes(category)) names.push(category);
    grouping.insert(columns.add({ ...placement, category: names.indexOf(category) }, energies));
  }
  grouping.refresh();
  return { columns, grouping };
}

const arbitraryOffers = fc
  .uniqueArray(arbitraryMember, { selector: ({ id }) => id, minLength: 1, maxLength: 8 })
  .map((offers) => offers.sort(byId));

/** A schedule somewhere inside a group, told by a few numbers from 0 to 10. */
function scheduleInside(group: LeafGroup, positions: readonly number[]): GroupSchedule {
  const position = (index: number): number => (positions[index % positions.length] ?? 0) / 10;
  return {
    start: group.anchor - group.before + Math.round((group.before + group.after) * position(0)),
    energiesWh: group.lowerWh.map(
      (lower, unit) => lower + Math.round(((group.upperWh[unit] ?? lower) - lower) * position(unit)),
    ),
  };
}

describe('disaggregateAll', () => {
  it('FM-03 gives every member what disaggregating its own group gives', () => {
    const positions = fc.array(fc.nat(10), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(arbitraryOffers, positions, (offers, places) => {
        const { columns, grouping } = columnsOf(offers);
        const result = disaggregateAll(columns, grouping, (group) => scheduleInside(group, places));
        if (!result.ok) throw new Error(JSON.stringify(result.faults));
        for (const group of grouping.groups()) {
          const slots = [...grouping.members(group)].sort((a, b) => a - b);
          const members = slots.map((slot) => {
            const offer = offers[slot];
            if (offer === undefined) throw new Error(`no offer ${slot}`);
            return { offer, offsetIntervals: (columns.anchor[slot] ?? 0) - group.anchor };
          });
          const whole = aggregateOf(group, members, options);
          if (members.length === 1) continue;
          const { start, energiesWh } = scheduleInside(group, places);
          const expected = disaggregate(whole, { start, energiesWh: Array.from(energiesWh) });
          if (!expected.ok) throw new Error(JSON.stringify(expected.faults));
          for (const slot of slots) {
            const own = expected.value.get(offers[slot]?.id ?? '');
            const first = columns.offset[slot] ?? 0;
            const energies = result.value.energiesWh.subarray(first, first + (columns.length[slot] ?? 0));
            expect([...energies]).toEqual(own?.energiesWh);
            expect(result.value.starts[slot]).toBe(own?.start);
          }
        }
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('FM-03 refuses all schedules if one is outside its group, with every reason', () => {
    fc.assert(
      fc.property(arbitraryOffers, (offers) => {
        const { columns, grouping } = columnsOf(offers);
        const [first] = grouping.groups();
        if (first === undefined) throw new Error('expected a group');
        const wrong = {
          start: first.anchor - first.before - 1,
          energiesWh: first.upperWh.map((energy) => energy + 1),
        };
        const result = disaggregateAll(columns, grouping, (group) =>
          group === first ? wrong : { start: group.anchor, energiesWh: group.defaultWh },
        );
        expect(result.ok ? [] : result.faults.map(({ path }) => path)).toEqual([
          `${first.key}.startTime`,
          ...Array.from(first.upperWh, (_, unit) => `${first.key}.scheduleSlices[${unit}].energyAmount`),
        ]);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it('FM-03 refuses another length, and what is not a whole number of watt-hours', () => {
    fc.assert(
      fc.property(arbitraryMember, (offer) => {
        const { columns, grouping } = columnsOf([offer]);
        const faults = (energiesOf: (group: LeafGroup) => number[]): string[] => {
          const result = disaggregateAll(columns, grouping, (group) => ({
            start: group.anchor,
            energiesWh: energiesOf(group),
          }));
          return result.ok ? [] : result.faults.map(({ message }) => message);
        };
        expect(faults(({ defaultWh }) => [...defaultWh, 0])).toHaveLength(1);
        expect(faults(({ defaultWh }) => Array.from(defaultWh, (energy) => energy + 0.5))).toHaveLength(
          columns.length[0] ?? 0,
        );
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
