import { DEMO_DATE } from '../calendar/demo-day.js';
import type { Summary } from './summary.js';

/** The summary for people: one thing a line, numbers in a column. Prosumers share a line; there are 200 of them. */
export function tableOf(summary: Summary): string {
  const { energyKwh, orders, trades } = summary;
  const rows: [string, string][] = [
    ['FlexOffers', `${summary.offers}`],
    ['Aggregates', `${summary.aggregates}`],
    ['Buy orders', `${orders.buy}`],
    ['Sell orders', `${orders.sell}`],
    ['Gates', `${summary.gates}`],
    ['Trades', `${trades.count}`],
    ['Offers traded', `${trades.offersTraded}`],
    ['Asked by the DSO', kwh(energyKwh.asked)],
    ['Cleared by the market', kwh(energyKwh.cleared)],
    ['Scheduled', kwh(energyKwh.scheduled)],
    ['Delivered', kwh(energyKwh.delivered)],
    ...moneyRows(summary.money),
    ['Evidence package', summary.evidence.valid ? 'valid' : 'NOT VALID'],
    ['Duration', `${summary.seconds.toFixed(1)} s`],
  ];
  const label = Math.max(...rows.map(([name]) => name.length));
  const value = Math.max(...rows.map(([, text]) => text.length));
  const lines = rows.map(([name, text]) => `  ${name.padEnd(label)}  ${text.padStart(value)}`);
  const evidence = `  Evidence in ${summary.evidence.file}; keys beside it`;
  return [`Demo day ${DEMO_DATE}`, ...lines, evidence, `  Digest ${summary.digest}`].join('\n');
}

function kwh(energy: number): string {
  return `${energy.toFixed(3)} kWh`;
}

const PARTIES = new Set(['dso', 'aggregator', 'operator']);

function moneyRows(money: Summary['money']): [string, string][] {
  const parties = Object.entries(money).filter(([party]) => PARTIES.has(party));
  const others = Object.entries(money).filter(([party]) => !PARTIES.has(party));
  return [
    ...parties.map(([party, amount]): [string, string] => [`Money: ${party}`, `${amount} EUR`]),
    [`Money: ${others.length} prosumers`, `${sumOf(others.map(([, amount]) => amount))} EUR`],
  ];
}

/** Exact sum of decimal strings with at most six places. */
function sumOf(amounts: readonly string[]): string {
  const micro = amounts.reduce((sum, amount) => sum + microOf(amount), 0n);
  const digits = (micro < 0n ? -micro : micro).toString().padStart(7, '0');
  return `${micro < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function microOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const micro = BigInt(whole + fraction.padEnd(6, '0'));
  return amount.startsWith('-') ? -micro : micro;
}
