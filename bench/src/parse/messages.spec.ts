import { describe, expect, it } from '@jest/globals';
import { acceptanceFaults, readFlexOffer } from '#flexoffer';
import { workloadOffers } from '../workload/workload.js';
import { batchOf } from './batch.js';
import { demoSiteLine, SENDER, specificationLine } from './messages.js';
import { checkBatch } from './read-batch.js';

const FORMS = [
  { dialect: 'specification-1', lineOf: specificationLine },
  { dialect: 'demo-site', lineOf: demoSiteLine },
] as const;

describe.each(FORMS)('the messages of the parse benchmark in the form $dialect', ({ dialect, lineOf }) => {
  it('are acceptable offers of that form', () => {
    for (const offer of workloadOffers(100)) {
      const json: unknown = JSON.parse(lineOf(offer));
      const options = {
        sign: 'consumption-positive',
        now: 0,
        id: '',
        offeredById: SENDER,
        gridNode: 'z',
      } as const;
      const read = readFlexOffer(json, options);
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      expect(read.value.origin?.dialect).toBe(dialect);
      expect(acceptanceFaults(read.value, { now: read.value.creation })).toEqual([]);
    }
  });

  it('pass the check, and fail it if they are of other offers', async () => {
    const batch = batchOf(workloadOffers(50), lineOf);
    await checkBatch(batch);
    await expect(checkBatch({ ...batch, offers: workloadOffers(50, 1) })).rejects.toThrow(
      'line 1 is read wrongly',
    );
  });
});
