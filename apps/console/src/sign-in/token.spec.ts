import { describe, expect, it } from '@jest/globals';
import { tokenInFragment } from './token.js';

describe('token in the address', () => {
  it('is read from the fragment', () => {
    expect(tokenInFragment('#token=abc-123_x.y')).toBe('abc-123_x.y');
    expect(tokenInFragment('#day=1&token=a%2Fb')).toBe('a/b');
  });

  it('is absent without one', () => {
    expect(['', '#', '#settlement', '#token=', '#token=%20'].map(tokenInFragment)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
