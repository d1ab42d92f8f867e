import { UnfinishedLine, linesOf } from './lines-of.js';
import type { PackageFault } from './package-fault.js';
import { PackageVerification } from './package-verification.js';
import type { PublicKeys } from './public-keys.js';

/** What a verification has come to. */
export interface PackageOutcome {
  readonly valid: boolean;
  /** Of the run; undefined if not even the first line holds. */
  readonly runId: string | undefined;
  readonly lines: number;
  readonly reports: number;
  /** The key that signed; undefined unless valid. */
  readonly keyId: string | undefined;
  /** The first line that does not follow; undefined if valid. */
  readonly fault: PackageFault | undefined;
}

/**
 * Verifies the bytes of an evidence package (see `PackageVerification`), in pieces of any size.
 *
 * @param onLine told after each line that holds
 */
export async function verifyPackage(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  keys: PublicKeys,
  onLine: (verification: PackageVerification) => void = () => undefined,
): Promise<PackageOutcome> {
  const verification = new PackageVerification(keys);
  const fault = await firstFault(pieces, verification, onLine);
  const { runId, lines, reports, keyId } = verification;
  return { valid: fault === undefined, runId, lines, reports, keyId, fault };
}

async function firstFault(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  verification: PackageVerification,
  onLine: (verification: PackageVerification) => void,
): Promise<PackageFault | undefined> {
  for await (const line of linesOf(pieces)) {
    if (line instanceof UnfinishedLine) {
      const message = 'has no end of line: a part of the package is missing, or it is none';
      return { line: verification.lines + 1, path: '', message };
    }
    const fault = verification.take(line);
    if (fault) return fault;
    onLine(verification);
  }
  return verification.end();
}
