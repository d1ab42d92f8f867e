import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { wellFormedIds } from './well-formed-ids.js';

describe('wellFormedIds', () => {
  it.each(['1', 'harry@80060B5E', '4188a132-a937-4639-96cf-d8529fa78b86'])('FM-01 accepts %s', (id) => {
    expect(wellFormedIds(anOffer({ id, offeredById: id }))).toEqual([]);
  });

  it.each(['', ' ', 'a b', 'a\nb', '\u0000', 'x'.repeat(201)])('FM-01 refuses "%s"', (id) => {
    expect(wellFormedIds(anOffer({ id })).map(({ path }) => path)).toEqual(['id']);
    expect(wellFormedIds(anOffer({ offeredById: id })).map(({ path }) => path)).toEqual(['offeredById']);
  });
});
