import { request } from 'undici';
import { formatInstant, instantOf } from '#flexoffer';
import { WrongResult } from '../benchmark.js';
import { FIRST, QUARTERS, importWh, meterOf } from './community.js';

const HOMES_A_REQUEST = 40;
const HEAD = 'meterId,intervalStart,intervalSeconds,importWh,exportWh,source,quality';

const STARTS = Array.from({ length: QUARTERS }, (_, quarter) => formatInstant(instantOf(FIRST + quarter)));

/** Sends a month of readings of every home, as its DSO would. */
export async function loadReadings(
  url: string,
  token: string,
  homes: number,
  progress: (line: string) => void,
): Promise<void> {
  for (let from = 0; from < homes; from += HOMES_A_REQUEST) {
    const to = Math.min(homes, from + HOMES_A_REQUEST);
    await sendReadings(url, token, from, to);
    if (Math.floor(to / 1000) > Math.floor(from / 1000)) progress(`${to} homes have their readings`);
  }
}

async function sendReadings(url: string, token: string, from: number, to: number): Promise<void> {
  const response = await request(`${url}/metering/v1/readings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: csvOf(from, to),
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const text = await response.body.text();
  const stored = response.statusCode === 200 ? (JSON.parse(text) as { stored: number }).stored : 0;
  if (stored !== (to - from) * QUARTERS)
    throw new WrongResult(`readings were not stored: ${text.slice(0, 500)}`);
}

function csvOf(from: number, to: number): string {
  const lines = [HEAD];
  for (let home = from; home < to; home += 1)
    for (const [quarter, start] of STARTS.entries())
      lines.push(`${meterOf(home)},${start},900,${importWh(home, quarter)},0,dso,measured`);
  return `${lines.join('\n')}\n`;
}
