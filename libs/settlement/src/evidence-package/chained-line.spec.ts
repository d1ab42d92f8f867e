import { describe, expect, it } from '@jest/globals';
import { CHAIN_START, chainedLine, readChainedLine } from './chained-line.js';

const RECORD = { type: 'balance', party: 'Zürich', amount: '1.000000' };

describe('a chained line', () => {
  it('ST-06 gives back its record, and the value for the next line', () => {
    const first = chainedLine(CHAIN_START, RECORD);
    const second = chainedLine(first.chain, RECORD);
    expect(second.chain).not.toBe(first.chain);
    expect(readChainedLine(first.chain, Buffer.from(second.text))).toEqual({
      ok: true,
      value: { chain: second.chain, record: RECORD },
    });
    expect(readChainedLine(CHAIN_START, Buffer.from(second.text)).ok).toBe(false);
  });

  it('ST-06 holds for no other byte at any place', () => {
    const line = Buffer.from(chainedLine(CHAIN_START, RECORD).text);
    for (let at = 0; at < line.length; at += 1)
      for (let change = 1; change < 256; change += 1) {
        const changed = Buffer.from(line);
        changed[at] = (line[at] ?? 0) ^ change;
        expect(readChainedLine(CHAIN_START, changed).ok).toBe(false);
      }
  });
});
