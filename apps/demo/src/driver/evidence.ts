import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../platform/platform.js';

/** What an auditor with the public keys says of an evidence package. */
export interface Verdict {
  readonly valid: boolean;
  readonly text: string;
}

/** Verifies the package in one file by the keys in another. */
export type Verifier = (file: string, keysFile: string) => Promise<Verdict>;

/** The evidence package of the day, and what came of verifying it. */
export interface Evidence extends Verdict {
  readonly file: string;
}

/** Has the run's evidence package and the platform's public keys written to files, and the package verified. */
export async function verifyEvidence(
  platform: Platform,
  token: string,
  runId: string,
  { directory, verifier }: { readonly directory: string; readonly verifier: Verifier },
): Promise<Evidence> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'run.evidence.ndjson');
  const keysFile = join(directory, 'keys.json');
  await platform.download(
    { method: 'GET', path: `/settlement/v1/runs/${runId}/evidence-package`, token },
    file,
  );
  await platform.download({ method: 'GET', path: '/settlement/v1/keys', token }, keysFile);
  return { file, ...(await verifier(file, keysFile)) };
}
