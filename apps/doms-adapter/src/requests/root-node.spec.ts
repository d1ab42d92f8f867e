import { expect, it } from '@jest/globals';
import { rootNodeOf } from './root-node.js';

const nodes = (...ids: string[]) => ids.map((id) => ({ id, kind: 'zone' as const }));

it('DO-01 asks at the root of the grid, if there is one', () => {
  expect(rootNodeOf(nodes('lu', 'lu.north', 'lu.north.f1'))).toBe('lu');
  expect(rootNodeOf(nodes('lu', 'be'))).toBeUndefined();
  expect(rootNodeOf([])).toBeUndefined();
});
