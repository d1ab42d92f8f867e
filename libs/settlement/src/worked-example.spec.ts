import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EXAMPLE } from '../test/worked-example.js';

const PAGE = readFileSync('docs/settlement.md', 'utf8');

/** The rows of the table after `<!-- example: NAME -->`, without its heading. */
function tableOnPage(name: string): string[][] {
  const after = PAGE.split(`<!-- example: ${name} -->`)[1] ?? '';
  const lines = after.trimStart().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the worked example in docs/settlement.md', () => {
  it.each(Object.keys(EXAMPLE))('ST-06 has the figures that the code computes: %s', (name) => {
    expect(tableOnPage(name)).toEqual(EXAMPLE[name]?.map((row) => row.map(String)));
  });

  it('ST-06 has no amount in its words that is not in its tables', () => {
    const computed = new Set(JSON.stringify(EXAMPLE).match(/\d+\.\d{6}/g));
    const written = PAGE.match(/\d+\.\d{6}/g) ?? [];
    expect(written.length).toBeGreaterThan(50);
    expect(written.filter((amount) => !computed.has(amount))).toEqual([]);
  });
});
