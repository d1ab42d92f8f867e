import { describe, expect, it } from '@jest/globals';
import { anOffer } from '../testing/an-offer.js';
import { instantOf } from '../time.js';
import { deadlinesInOrder } from './deadlines-in-order.js';

describe('deadlinesInOrder', () => {
  const last = anOffer().startBefore;

  it('FM-01 accepts deadlines that fall together', () => {
    const at = instantOf(last);
    const offer = anOffer({ creation: at, acceptanceBefore: at, assignmentBefore: at });
    expect(deadlinesInOrder(offer)).toEqual([]);
  });

  it.each([
    ['acceptBeforeTime', { acceptanceBefore: anOffer().creation - 1 }],
    ['assignmentBeforeTime', { assignmentBefore: anOffer().acceptanceBefore - 1 }],
    ['startBeforeTime', { assignmentBefore: instantOf(last) + 1 }],
  ])('FM-01 refuses %s out of order', (path, changes) => {
    expect(deadlinesInOrder(anOffer(changes)).map((fault) => fault.path)).toEqual([path]);
  });
});
