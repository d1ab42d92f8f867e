import { formatMicro } from '../money/decimal.js';
import { inNaturalOrder } from '../order.js';
import { CHAIN_START, chainedLine } from './chained-line.js';
import { PACKAGE_FORMAT, type PackageRecord, type PackagedRun } from './package-record.js';
import { signatureRecord, type SigningKey } from './package-signature.js';
import { reportRecords, type PackagedReport } from './report-records.js';

/**
 * Writes the evidence package of a run, line by line with their ends; only one report is held at a time. The same run
 * and key always give the same bytes.
 *
 * @param reports all of the run, always in the same order
 */
export async function* writePackage(
  run: PackagedRun,
  reports: AsyncIterable<PackagedReport> | Iterable<PackagedReport>,
  key: SigningKey,
): AsyncGenerator<string> {
  let chain = CHAIN_START;
  const next = (record: PackageRecord): string => {
    const line = chainedLine(chain, record);
    chain = line.chain;
    return `${line.text}\n`;
  };
  const balances = new Map<string, bigint>();
  yield next({ type: 'package', format: PACKAGE_FORMAT, run });
  for await (const report of reports) {
    let text = '';
    for (const record of reportRecords(report)) text += next(record);
    for (const { party, amount } of report.entries) balances.set(party, (balances.get(party) ?? 0n) + amount);
    yield text;
  }
  for (const [party, amount] of [...balances].sort(([a], [b]) => inNaturalOrder(a, b)))
    yield next({ type: 'balance', party, amount: formatMicro(amount) });
  yield next(signatureRecord(chain, key));
}
