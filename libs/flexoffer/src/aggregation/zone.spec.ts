import { describe, expect, it } from '@jest/globals';
import { zoneOf } from './zone.js';

describe('zoneOf', () => {
  it.each([
    ['z.a.cp1', 1, 'z'],
    ['z.a.cp1', 2, 'z.a'],
    ['z.a', 3, 'z.a'],
  ])('FM-02 %s at depth %d lies in %s', (node, depth, zone) => {
    expect(zoneOf(node, depth)).toBe(zone);
  });
});
