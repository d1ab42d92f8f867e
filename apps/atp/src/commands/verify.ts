import { elapsedSeconds } from '#clock';
import { verdictOn, type Progress } from '../evidence/verdict.js';

export interface VerifyOptions {
  /** A file: a JSON Web Key Set, or a public key in PEM form. */
  readonly keys: string;
}

export const VERIFY_EXAMPLE = `
Example:
  curl -o keys.json            https://HOST/settlement/v1/keys
  curl -o run.evidence.ndjson  https://HOST/settlement/v1/runs/RUN/evidence-package -H "Authorization: Bearer TOKEN"
  npx atp verify run.evidence.ndjson --keys keys.json

Get the keys once, from somebody you trust, and keep them: keys that come with a forged package prove nothing.
Computes every figure again (docs/settlement.md), without database or network. Ends with 0 if all follow from the
facts and the signature holds, else with 1 and the first line that does not follow.`;

const QUIET_SECONDS = 2;

/** Verifies an evidence package and says what came of it; the process ends with 0 only if it is valid. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  let tellAt = elapsedSeconds() + QUIET_SECONDS;
  const tell = ({ percent, lines, reports }: Progress): void => {
    if (elapsedSeconds() < tellAt) return;
    tellAt = elapsedSeconds() + 1;
    process.stderr.write(`${percent} %: ${lines} lines, ${reports} reports\n`);
  };
  const { valid, text } = await verdictOn(file, options.keys, tell);
  (valid ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = valid ? 0 : 1;
}
