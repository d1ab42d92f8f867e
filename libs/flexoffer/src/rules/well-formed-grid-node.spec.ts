import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { wellFormedGridNode } from './well-formed-grid-node.js';

describe('wellFormedGridNode', () => {
  it.each(['z', 'z.a.cp1', 'ch.sion.sub-12.feeder_3'])('FM-01 accepts %s', (gridNode) => {
    expect(wellFormedGridNode(anOffer({ gridNode }))).toEqual([]);
  });

  it.each(['', '.', 'z.', '.z', 'z..a', 'z a', 'z/a', 'z'.repeat(256)])('FM-01 refuses "%s"', (gridNode) => {
    expect(wellFormedGridNode(anOffer({ gridNode })).map(({ path }) => path)).toEqual(['locationID']);
  });
});
