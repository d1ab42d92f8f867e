import { beyondConnection } from './beyond-connection.js';
import type { Finding, ValidatedCurve, ValidationRule } from './finding.js';
import { flatLine } from './flat-line.js';
import { gap } from './gap.js';
import { registerSum } from './register-sum.js';
import { spike } from './spike.js';

/** Every rule; their order is that of findings that begin together. */
export const VALIDATION_RULES: readonly ValidationRule[] = [
  gap,
  beyondConnection,
  spike,
  flatLine,
  registerSum,
];

/** What somebody should look at, by time. */
export function validate(curve: ValidatedCurve): Finding[] {
  return VALIDATION_RULES.flatMap((rule) =>
    rule.findings(curve).map((finding) => ({ rule: rule.name, ...finding })),
  ).sort((a, b) => a.from - b.from);
}
