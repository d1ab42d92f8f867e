import { describe, expect, it } from '@jest/globals';
import { EslReader, type EslItem } from './esl-reader.js';

const NOW = Date.parse('2026-02-05T00:00:00Z');

function read(text: string, zone = 'Europe/Zurich'): EslItem[] {
  const reader = new EslReader(zone, NOW);
  const half = Math.floor(text.length / 2);
  return [...reader.write(text.slice(0, half)), ...reader.write(text.slice(half)), ...reader.close()];
}

const row = (obis: string, value: string): string =>
  `<ValueRow obis="${obis}" value="${value}" status="00"/>`;
const billing = (
  rows: readonly string[],
  end = '2026-02-01T00:00:00',
  meter = 'factoryNo="123" internalNo="CH1"',
): string =>
  `<?xml version="1.0"?>
<ESLBillingData>
<Header version="1.0"/>
<Meter ${meter}>
<TimePeriod end="${end}">
${rows.join('\n')}
</TimePeriod>
</Meter>
</ESLBillingData>`;
const reasons = (items: readonly EslItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'refusal' ? `${item.refusal.line}: ${item.refusal.reason}` : []));

describe('billing data (ESL)', () => {
  it('ST-01 is read as registers of active energy, at local time', () => {
    const rows = [
      row('1-1:1.8.1', '12345678.5'),
      row('1-1:5.8.1', '7'),
      row('1-1:1.6.1', '3.2'),
      row('1-1:2.8.2', '9'),
    ];
    const at = Date.parse('2026-01-31T23:00:00Z');
    const meter = { internalNumber: 'CH1', factoryNumber: '123', at };
    expect(read(billing(rows))).toEqual([
      { kind: 'value', value: { ...meter, register: '1.8.1', valueWh: 12_345_678_500, line: 6 } },
      { kind: 'other', line: 7 },
      { kind: 'other', line: 8 },
      { kind: 'value', value: { ...meter, register: '2.8.2', valueWh: 9000, line: 9 } },
    ]);
    const withOffset = read(billing([row('1.8.0', '1')], '2026-02-01T00:00:00+00:00'));
    expect(withOffset).toMatchObject([{ value: { at: Date.parse('2026-02-01T00:00:00Z') } }]);
  });

  it('ST-01 keeps the good rows beside bad ones, each refused with its line', () => {
    expect(reasons(read(billing([row('x', '1'), row('1.8.0', '1,5'), row('1.8.0', '-1')])))).toEqual([
      '6: obis x is no code of a register',
      '7: value 1,5 is not a number of kWh from 0 on, with at most three places',
      '8: value -1 is not a number of kWh from 0 on, with at most three places',
    ]);
    const cut = billing([row('1.8.0', '1'), row('1.8.1', '2')]);
    const items = read(cut.slice(0, cut.indexOf('"2"')));
    expect(items[0]).toMatchObject({ kind: 'value' });
    expect(reasons(items)).toEqual([expect.stringContaining('unclosed tag')]);
  });

  it.each([
    ['another document', billing([]).replaceAll('ESLBillingData', 'Other'), 'Other is not ESLBillingData'],
    [
      'a type definition',
      `<!DOCTYPE x [<!ENTITY a "b">]>${billing([]).slice(21)}`,
      'document type definition',
    ],
    ['the future', billing([row('1.8.0', '1')], '2026-03-01T00:00:00'), 'is in the future'],
    ['another century', billing([row('1.8.0', '1')], '1926-02-01T00:00:00'), 'is before 1995'],
    ['no time', billing([row('1.8.0', '1')], 'February'), 'is not a date and time'],
    ['no meter', billing([row('1.8.0', '1')], '2026-02-01T00:00:00', ''), 'neither factoryNo nor internalNo'],
  ])('ST-01 refuses %s', (_, text, reason) => {
    expect(reasons(read(text))).toEqual([expect.stringContaining(reason)]);
  });
});
