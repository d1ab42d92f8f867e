import { stringify } from 'csv-stringify/sync';
import type { ReportContent } from './report-content.js';

const COLUMNS = [
  'participantId',
  'currency',
  'tradeId',
  'flexOfferId',
  'buyerId',
  'sellerId',
  'intervalStart',
  'baselineWh',
  'scheduledWh',
  'actualWh',
  'orderedWh',
  'deliveredWh',
  'deficiencyWh',
  'price',
  'grossAmount',
  'amount',
  'aggregatorAmount',
  'operatorAmount',
  'transferAmount',
  'penalty',
  'missing',
  'reward',
] as const;

/**
 * The lines and rewards of a report as CSV (RFC 4180 quoting, one header row, always the same columns in the same order); what
 * is unknown is an empty field.
 *
 * Ids come from outside, and a spreadsheet runs a field that begins like a formula: such an id is written with an
 * apostrophe before it. Figures are ours and stay as they are, minus signs included.
 */
export function reportCsv({ participantId, currency, lines, rewards }: ReportContent): string {
  const ofLines = lines.map((line) => ({
    ...line,
    participantId: harmless(participantId),
    currency,
    tradeId: harmless(line.tradeId),
    flexOfferId: harmless(line.flexOfferId),
    buyerId: harmless(line.buyerId),
    sellerId: harmless(line.sellerId),
  }));
  const ofRewards = rewards.map(({ reward, of, price, amount, missing }) => ({
    participantId: harmless(participantId),
    currency,
    flexOfferId: harmless(of),
    price,
    amount,
    missing,
    reward,
  }));
  return stringify([...ofLines, ...ofRewards], { header: true, columns: [...COLUMNS] });
}

function harmless(id: string): string {
  return /^[=+\-@\t\r]/.test(id) ? `'${id}` : id;
}
