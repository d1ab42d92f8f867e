import { createReadStream, readFileSync, statSync } from 'node:fs';
import { systemErrorCode } from '#embedded-postgres';
import {
  readPublicKeys,
  verifyPackage,
  type PackageFault,
  type PackageOutcome,
  type PublicKeys,
} from '#settlement';

/** What came of verifying a file, in words for people. */
export interface Verdict {
  readonly valid: boolean;
  readonly text: string;
}

/** How much of a file was verified. */
export interface Progress {
  readonly percent: number;
  readonly lines: number;
  readonly reports: number;
}

/** A file that cannot be verified at all; the message says why. */
class UnusableFile extends Error {}

/**
 * Verifies an evidence package with the public keys in another file. Whatever is wrong with the files is a verdict
 * too.
 */
export async function verdictOn(
  file: string,
  keysFile: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Verdict> {
  try {
    const outcome = await verifyFile(file, keysIn(keysFile), onProgress);
    return { valid: outcome.valid, text: outcomeText(file, outcome) };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return { valid: false, text: error.message };
  }
}

async function verifyFile(
  file: string,
  keys: PublicKeys,
  onProgress: (progress: Progress) => void,
): Promise<PackageOutcome> {
  const stats = readable(file, () => statSync(file));
  if (!stats.isFile()) throw new UnusableFile(`${file} is not a file.`);
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  return verifyPackage(input as AsyncIterable<Buffer>, keys, ({ reports, lines }) => {
    onProgress({ percent: Math.floor((100 * input.bytesRead) / stats.size), lines, reports });
  });
}

function keysIn(file: string): PublicKeys {
  const keys = readPublicKeys(readable(file, () => readFileSync(file, 'utf8')));
  if (keys.ok) return keys.value;
  const faults = keys.faults.map(({ path, message }) => `  ${path === '' ? 'the file' : path} ${message}`);
  throw new UnusableFile(
    `${file} holds no usable public keys:\n${faults.join('\n')}\nThe platform gives them at GET /settlement/v1/keys.`,
  );
}

/** What `read` gives; what the file system refuses is said without a stack trace. */
function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new UnusableFile(`${file} cannot be read: ${code}`);
  }
}

function outcomeText(file: string, { fault, runId, reports, lines, keyId }: PackageOutcome): string {
  if (fault) return `NOT VALID: ${file}\n${faultText(fault)}`;
  return `VALID: ${file}
  run ${runId ?? ''}: ${reports} reports in ${lines} lines
  every baseline, delivery, amount, posting and balance follows from the facts in the file
  all balances sum to 0
  unchanged since it was signed by key ${keyId ?? ''}`;
}

function faultText({ line, path, message, reported, recomputed }: PackageFault): string {
  const where = `  line ${line}${path === '' ? '' : `, ${path}`}: ${message}`;
  const figures =
    reported === undefined && recomputed === undefined
      ? ''
      : `\n    reported    ${JSON.stringify(reported)}\n    recomputed  ${JSON.stringify(recomputed)}`;
  const hint =
    line === 1
      ? '\n  A package is what GET /settlement/v1/runs/{runId}/evidence-package answers, as it is.'
      : '';
  return `${where}${figures}${hint}`;
}
