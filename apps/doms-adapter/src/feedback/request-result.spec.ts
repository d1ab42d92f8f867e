import { expect, it } from '@jest/globals';
import { acceptedBy, resultOf } from './request-result.js';

it('DO-03 puts what was bought back into the order of the request', () => {
  const answer = { orderId: 'b', final: true, accepted: [{ interval: 12, changeWh: -5, price: 7 }] };
  expect(acceptedBy(answer, 10, 3)).toEqual({ changesWh: [0, 0, -5], prices: [0, 0, 7] });
});

it('DO-03 accepts only everything, and rejects only what can get no more', () => {
  const result = (final: boolean, ...changesWh: number[]) =>
    resultOf([10, 0], { changesWh, prices: [] }, final);
  expect(result(false, 10, 0)).toBe('accepted');
  expect(result(true, 4, 0)).toBe('partly');
  expect(result(true, 0, 0)).toBe('rejected');
  expect(result(false, 0, 0)).toBeNull();
});
