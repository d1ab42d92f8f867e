import { describe, expect, it } from '@jest/globals';
import { recogniseDialect } from './recognise-dialect.js';

const profile = (slice: unknown) => ({ flexOfferProfileConstraints: [slice, { priceConstraint: {} }] });

describe('recogniseDialect', () => {
  it.each([
    ['slices', { slices: [], acceptanceBeforeTime: 'x', assignment: 'obligatory' }],
    ['demo-site', { acceptanceBeforeInterval: 1, assignment: 'obligatory', schedule: {} }],
    ['market', { assignment: 'obligatory', ...profile({ energyConstraintList: [{ lowerBound: 0 }] }) }],
    ['specification-2', { schedule: {} }],
    ['specification-2', profile({ priceConstraint: {} })],
    ['specification-2', profile({ energyConstraintList: [{ lower: 0 }] })],
    ['specification-2', profile({ energyConstraint: { lower: 0 } })],
    ['specification-1', profile({ energyConstraintList: [{ lowerBound: 0 }] })],
    ['specification-1', { slices: null, assignment: null, schedule: null, acceptanceBeforeTime: null }],
    ['specification-1', { flexOfferProfileConstraints: 'text' }],
    ['specification-1', {}],
  ])('FO-01 recognises %s', (dialect, message) => {
    expect(recogniseDialect(message)).toBe(dialect);
  });
});
