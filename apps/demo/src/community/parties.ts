import { isoOfInterval, HISTORY_START } from '../calendar/demo-day.js';
import { ROOT } from './grid.js';

/** Those who trade, run or check the market without a device of their own. */
export const PARTIES = [
  { id: 'dso', name: 'Distribution system operator', role: 'dso', gridNode: ROOT },
  { id: 'aggregator', name: 'Aggregator', role: 'aggregator', gridNode: ROOT },
  { id: 'operator', name: 'Market operator', role: 'brp', gridNode: ROOT },
  { id: 'auditor', name: 'Auditor', role: 'auditor', gridNode: ROOT },
] as const;

export type Baseline = 'mid-8-of-10' | 'default-schedule';

export interface Contract {
  readonly participantId: string;
  readonly kind: 'direct';
  readonly currency: 'EUR';
  readonly validFrom: string;
  readonly baseline: { readonly method: Baseline };
  readonly penaltyPerKwh: string;
  readonly shares: { readonly prosumer: string; readonly aggregator: string; readonly operator: string };
}

/**
 * The same contract for all, but for the baseline: a main meter has a history to compare with, while a charger's
 * sub-meter sees one session, for which its own default schedule is the honest comparison.
 */
export function contractOf(participantId: string, method: Baseline): Contract {
  return {
    participantId,
    kind: 'direct',
    currency: 'EUR',
    validFrom: isoOfInterval(HISTORY_START),
    baseline: { method },
    penaltyPerKwh: '0.02',
    shares: { prosumer: '0.80', aggregator: '0.15', operator: '0.05' },
  };
}
