import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventParser } from './event-parser.js';

const sample =
  '\uFEFFretry: 2500\r\n: a comment\r\nid: 7\r\nevent: gate\r\ndata: {"gateId":"g1"}\r\n\r\n' +
  'event: trade\ndata: first\ndata:second\n\nid: 8\rdata\r\rdata: lost at the end';

const events = [
  { id: '7', event: 'gate', data: '{"gateId":"g1"}' },
  { id: '7', event: 'trade', data: 'first\nsecond' },
  { id: '8', event: 'message', data: '' },
];

describe('event stream', () => {
  it('reads events, ids, comments, several data lines and all line ends', () => {
    const parser = new EventParser();
    expect(parser.push(sample)).toEqual(events);
    expect(parser.lastEventId).toBe('8');
    expect(parser.retry).toBe(2500);
  });

  it('reads the same in whatever pieces it arrives', () => {
    const cuts = fc.array(fc.nat(sample.length), { maxLength: 12 });
    const law = fc.property(cuts, (positions) => {
      const ordered = [0, ...positions.sort((a, b) => a - b), sample.length];
      const parser = new EventParser();
      const read = ordered.flatMap((start, index) =>
        parser.push(sample.slice(start, ordered[index + 1] ?? start)),
      );
      expect(read).toEqual(events);
    });
    fc.assert(law, { seed: 42, numRuns: 300 });
  });

  it('gives out nothing for an event without data', () => {
    expect(new EventParser().push('event: gate\nid: 3\n\n')).toEqual([]);
  });

  it('ignores an id with a null character and a retry that is no number', () => {
    const parser = new EventParser();
    parser.push('id: a\0b\nretry: soon\ndata: x\n\n');
    expect([parser.lastEventId, parser.retry]).toEqual(['', undefined]);
  });
});
