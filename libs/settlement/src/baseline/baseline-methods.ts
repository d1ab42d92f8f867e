import type { Result } from '#flexoffer';
import type { BaselineMethod } from './baseline-method.js';
import { defaultSchedule } from './default-schedule.js';
import { high5Of10 } from './high-5-of-10.js';
import { mid8Of10 } from './mid-8-of-10.js';
import { tenOfTen } from './ten-of-ten.js';

/** Every method that a contract can name. */
export const BASELINE_METHODS: readonly BaselineMethod[] = [mid8Of10, high5Of10, tenOfTen, defaultSchedule];

/** The method that a contract names, or a fault that lists those there are. */
export function baselineMethod(name: string): Result<BaselineMethod> {
  const value = BASELINE_METHODS.find((method) => method.name === name);
  if (value !== undefined) return { ok: true, value };
  const known = BASELINE_METHODS.map((method) => method.name).join(', ');
  return { ok: false, faults: [{ path: 'baseline.method', message: `must be one of ${known}` }] };
}
