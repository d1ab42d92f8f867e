import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { FlexOffer } from '../flex-offer.js';
import { acceptanceFaults } from '../rules/acceptance-faults.js';
import { readOptions } from '../testing/read-options.js';
import { instantOf } from '../time.js';
import type { DemoSiteMessage } from '../schema/demo-site.js';
import { readFlexOffer } from './read-flex-offer.js';
import { writeFlexOffer } from './write-flex-offer.js';

function messageOf(site: string): Record<string, unknown> {
  const url = new URL(`../../fixtures/SampleFO_${site}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;
}

function sample(site: string, offeredById: string): FlexOffer {
  const json: unknown = messageOf(site);
  const read = readFlexOffer(json, readOptions({ offeredById }));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

describe('the messages of the GOFLEX demonstration sites', () => {
  it.each([
    ['Cyprus', '7500001', 1758706, [0, 535], 0, { up: 344_173, down: 50_000 }],
    ['SWW', '9500001', 1758662, [0, 11], 0, { up: 50_000, down: 50_000 }],
    ['Swiss', '8500001', 1758704, [2237, 24784], 24784, { up: 60_000, down: 60_000 }],
  ] as const)(
    'FO-01 %s is read and acceptable when it was created',
    (site, owner, start, [lower, upper], wh, price) => {
      const offer = sample(site, owner);
      expect(offer).toMatchObject({
        id: 'given-id',
        state: 'initial',
        offeredById: owner,
        gridNode: 'z.a.given',
        creation: instantOf(start - 1),
        acceptanceBefore: instantOf(start),
        assignmentBefore: instantOf(start),
        startAfter: start,
        startBefore: start,
        slices: [{ minDuration: 1, maxDuration: 1, lowerWh: lower, upperWh: upper }],
        defaultSchedule: { start, energiesWh: [wh] },
        price,
      });
      expect(acceptanceFaults(offer, { now: offer.creation })).toEqual([]);
    },
  );

  it('FO-01 keeps the schedule that the Swiss offer already has, in spite of its state', () => {
    expect(sample('Swiss', '8500001').schedule).toEqual({ start: 1758704, energiesWh: [24784] });
    expect(sample('Cyprus', '7500001').schedule).toBeUndefined();
  });

  it.each([
    ['Cyprus', '7500001'],
    ['SWW', '9500001'],
    ['Swiss', '8500001'],
  ])(
    'FO-01 %s comes back in its own form, with its unknown fields and every field that it had',
    (site, owner) => {
      const offer = sample(site, owner);
      const original = messageOf(site);
      const rewritten = writeFlexOffer(offer, { sign: 'consumption-positive' });
      expect(Object.keys(rewritten).sort()).toEqual(Object.keys(original).sort());
      const {
        id,
        flexOfferProfileConstraints: _p,
        defaultSchedule,
        flexOfferSchedule,
        ...same
      } = rewritten as DemoSiteMessage;
      expect(id).toBe('given-id');
      expect(original).toMatchObject(same);
      expect(defaultSchedule).toMatchObject({ scheduleId: 0, updateId: 0 });
      expect(flexOfferSchedule).toEqual(
        site === 'Swiss' ? expect.objectContaining({ scheduleId: 271331, updateId: 0 }) : null,
      );
      const again = readFlexOffer(rewritten, readOptions({ offeredById: owner }));
      expect(again).toEqual({ ok: true, value: offer });
    },
  );
});
