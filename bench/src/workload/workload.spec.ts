import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { workloadLine, workloadOffers } from './workload.js';

describe('the common workload', () => {
  it.each([
    [1000, '1655dc269b98f03b7895032f1fc51f8ed573f3c002d4cf273b3f763ea10a9999'],
    [10_000, 'a45371811ad6009ca0cea46db109a055dafba7717ad216b757e75a52069e7f08'],
  ])('is the one that others were measured with, byte by byte: %i offers', (count, digest) => {
    const hash = createHash('sha256');
    for (const offer of workloadOffers(count)) hash.update(workloadLine(offer));
    expect(hash.digest('hex')).toBe(digest);
  });
});
