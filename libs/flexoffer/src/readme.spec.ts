import { expect, it } from '@jest/globals';
import { runReadmeExample } from '#testing';

it('FO-01 FM-02 FM-03 the worked example of the README prints what the README says', async () => {
  const { printed, shown } = await runReadmeExample('libs/flexoffer/README.md');
  expect(printed).toBe(shown);
});
