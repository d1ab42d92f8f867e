import { canonicalJson } from '../evidence/canonical-json.js';
import { differences } from '../evidence/differences.js';
import type { LineFault } from './package-fault.js';
import type { PackageRecord } from './package-record.js';

/** The first difference between a record as it was read and what it must be; undefined if they are equal. */
export function compareRecord(
  reported: Readonly<Record<string, unknown>>,
  recomputed: PackageRecord,
): LineFault | undefined {
  if (reported['type'] !== recomputed.type) {
    const message = `must be a line of type ${recomputed.type}`;
    return { path: 'type', message, reported: reported['type'], recomputed: recomputed.type };
  }
  if (canonicalJson(reported) === canonicalJson(recomputed)) return undefined;
  const [first] = differences('', reported, recomputed);
  return {
    path: (first?.path ?? '').replace(/^\./, ''),
    message: 'does not follow from the facts',
    reported: first?.reported,
    recomputed: first?.recomputed,
  };
}
