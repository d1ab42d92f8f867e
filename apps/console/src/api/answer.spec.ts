import { describe, expect, it } from '@jest/globals';
import { Answer, decodeList } from './answer.js';

describe('reading an answer', () => {
  it('takes numbers and decimal strings alike, and amounts with their currency', () => {
    const answer = new Answer({ a: 1.5, b: '1.50', c: { amount: '2.25', currency: 'CHF' } }, 'trade');
    expect([answer.number('a'), answer.number('b'), answer.decimal('b'), answer.decimal('c')]).toEqual([
      1.5,
      1.5,
      '1.50',
      '2.25',
    ]);
  });

  it('tells unknown from zero', () => {
    const answer = new Answer({ none: null, zero: 0 }, 'energy');
    expect([answer.numberIfAny('none'), answer.numberIfAny('absent'), answer.numberIfAny('zero')]).toEqual([
      null,
      null,
      0,
    ]);
  });

  it('reads instants as epoch milliseconds', () => {
    expect(new Answer({ at: '1970-01-01T00:15:00Z' }, 'gate').instant('at')).toBe(900_000);
  });

  it('names the field that is not as agreed', () => {
    const decode = () => decodeList([{ id: 'a' }, { id: 7 }], '/market/v1/trades', (item) => item.text('id'));
    expect(decode).toThrow('/market/v1/trades[1].id should be a text.');
    expect(() => new Answer({ at: 'soon' }, 'gate').instant('at')).toThrow(
      'gate.at should be an ISO 8601 instant.',
    );
    expect(() => new Answer({ price: '1e3' }, 'trade').decimal('price')).toThrow(
      'trade.price should be a decimal number.',
    );
    expect(() => new Answer([], 'report')).toThrow('report should be an object.');
    expect(() => decodeList({}, 'trades', () => null)).toThrow('trades should be a list.');
  });
});
