import { scheduleFaults } from '#flexoffer';
import type { SellSubmission } from '../order-submission.js';

/** What the seller does without a trade must itself be possible: changes are counted from it. */
export function defaultScheduleKept({ offer }: SellSubmission): string[] {
  return scheduleFaults(offer, offer.defaultSchedule).map(({ message }) => `the default schedule ${message}`);
}
