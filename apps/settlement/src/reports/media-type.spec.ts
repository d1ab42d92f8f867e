import { describe, expect, it } from '@jest/globals';
import { preferredFormat } from './media-type.js';

describe('the format of a report', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['text/html, text/csv;q=0.9, */*;q=0.1', 'text/csv'],
    ['application/pdf', 'application/pdf'],
    ['text/html', undefined],
    ['text/html, application/json;q=0', undefined],
  ])('%s is read as %s', (accept, format) => {
    expect(preferredFormat(accept)).toBe(format);
  });
});
