import { formatMicro } from '../money/decimal.js';
import { inNaturalOrder } from '../order.js';
import { CHAIN_START, readChainedLine } from './chained-line.js';
import { compareRecord } from './compare-record.js';
import type { LineFault, PackageFault } from './package-fault.js';
import { PACKAGE_FORMAT, type BalanceRecord } from './package-record.js';
import { signatureHolds } from './package-signature.js';
import type { PublicKeys } from './public-keys.js';
import { ReportSection } from './report-section.js';

type ReadRecord = Readonly<Record<string, unknown>>;

/**
 * Verifies an evidence package line by line, holding one report at a time:
 *
 * 1. the hash chain, so that no byte of any line was changed;
 * 2. every figure, computed again from the facts before it: baselines, lines, totals, postings, balances;
 * 3. that all balances sum to 0;
 * 4. the signature over the chain, by one of the trusted keys.
 *
 * Whoever finds a fault stops there: what comes after it cannot be judged.
 */
export class PackageVerification {
  private chain = CHAIN_START;
  private section: ReportSection | undefined;
  private readonly balances = new Map<string, bigint>();
  private expectedBalances: BalanceRecord[] | undefined;
  private signedBy: string | undefined;

  /** What was read so far. */
  lines = 0;
  reports = 0;
  runId: string | undefined;

  private period = { from: '', to: '' };

  constructor(private readonly keys: PublicKeys) {}

  /** @param line without its end of line */
  take(line: Buffer): PackageFault | undefined {
    this.lines += 1;
    const fault = this.faultOf(line);
    return fault && { line: this.lines, ...fault };
  }

  /** To be asked after the last line. */
  end(): PackageFault | undefined {
    if (this.signedBy !== undefined) return undefined;
    const message = 'the package ends before its signature: a part of it is missing';
    return { line: this.lines + 1, path: '', message };
  }

  /** The key whose signature holds. */
  get keyId(): string | undefined {
    return this.signedBy;
  }

  private faultOf(line: Buffer): LineFault | undefined {
    if (this.signedBy !== undefined) return { path: '', message: 'nothing may follow the signature' };
    const read = readChainedLine(this.chain, line);
    if (!read.ok) return read.faults[0];
    const { chain, record } = read.value;
    const fault = this.recordFault(record);
    this.chain = chain;
    return fault;
  }

  private recordFault(record: ReadRecord): LineFault | undefined {
    if (this.lines === 1) return this.begin(record);
    switch (record['type']) {
      case 'report':
        return this.beginReport(record);
      case 'balance':
        return this.endReports() ?? this.balanceFault(record);
      case 'signature':
        return this.endReports() ?? this.lackingBalance() ?? this.signatureFault(record);
      default:
        if (this.section) return this.section.take(record);
        return { path: 'type', message: 'must be report, balance or signature' };
    }
  }

  private begin({ type, format, run }: ReadRecord): LineFault | undefined {
    if (type !== 'package' || format !== PACKAGE_FORMAT)
      return { path: 'format', message: `must be ${PACKAGE_FORMAT}`, reported: format };
    const { runId, from, to } = (Object(run) === run ? run : {}) as ReadRecord;
    this.runId = String(runId);
    this.period = { from: String(from), to: String(to) };
    return undefined;
  }

  private beginReport(record: ReadRecord): LineFault | undefined {
    if (this.expectedBalances) return { path: 'type', message: 'no report may follow the balances' };
    const before = this.section?.reportId;
    const fault = this.endSection();
    if (fault) return fault;
    this.section = new ReportSection(record, this.period);
    this.reports += 1;
    if (before !== undefined && before >= this.section.reportId)
      return { path: 'reportId', message: `must come after ${before}: each report once, by id` };
    return this.section.headFault();
  }

  private endSection(): LineFault | undefined {
    const fault = this.section?.end();
    for (const { party, amount } of this.section?.entries ?? [])
      this.balances.set(party, (this.balances.get(party) ?? 0n) + amount);
    this.section = undefined;
    return fault;
  }

  private endReports(): LineFault | undefined {
    if (this.expectedBalances) return undefined;
    const fault = this.endSection();
    const sorted = [...this.balances].sort(([a], [b]) => inNaturalOrder(a, b));
    this.expectedBalances = sorted.map(([party, amount]) => ({
      type: 'balance',
      party,
      amount: formatMicro(amount),
    }));
    const sum = sorted.reduce((total, [, amount]) => total + amount, 0n);
    if (sum === 0n) return fault;
    return fault ?? { path: 'amount', message: `all balances sum to ${formatMicro(sum)} and not to 0` };
  }

  private balanceFault(record: ReadRecord): LineFault | undefined {
    const expected = this.expectedBalances?.shift();
    return expected ? compareRecord(record, expected) : { path: 'party', message: 'has no part in the run' };
  }

  private lackingBalance(): LineFault | undefined {
    const lacking = this.expectedBalances?.[0];
    return lacking && { path: 'type', message: `the balance of ${lacking.party} is missing before it` };
  }

  private signatureFault(record: ReadRecord): LineFault | undefined {
    const [keyId, signature] = [String(record['keyId']), String(record['signature'])];
    // Nothing is signed after it, so the line must hold what it has to hold and not a word more.
    const fault = compareRecord(record, {
      type: 'signature',
      algorithm: 'Ed25519',
      keyId,
      head: this.chain,
      signature,
    });
    if (fault) return fault;
    const key = this.keys.get(keyId);
    if (!key) {
      const given = [...this.keys.keys()].join(', ');
      return { path: 'keyId', message: `is signed by key ${keyId}, and the keys given are ${given}` };
    }
    if (!signatureHolds(this.chain, signature, key))
      return { path: 'signature', message: "is not that key's: something was changed after it was signed" };
    this.signedBy = keyId;
    return undefined;
  }
}
