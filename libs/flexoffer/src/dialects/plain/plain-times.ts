import type { Times } from '../read-times.js';
import { INTERVAL_SECONDS, intervalOf, type Instant } from '../../time.js';
import { plainInstant } from './plain-instant.js';
import type { PlainMessage } from './plain-message.js';

/** Creation, deadlines and start window of a message that names them all; else undefined. */
export function plainTimes(message: PlainMessage): Times | undefined {
  if (message.numSecondsPerInterval !== undefined && message.numSecondsPerInterval !== INTERVAL_SECONDS)
    return undefined;
  const creation = plainInstant(message.creationTime, message.creationInterval);
  const acceptanceBefore = plainAcceptanceBefore(message);
  const assignmentBefore = plainInstant(message.assignmentBeforeTime, message.assignmentBeforeInterval);
  const earliest = plainInstant(message.startAfterTime, message.startAfterInterval);
  const latest = plainInstant(message.startBeforeTime, message.startBeforeInterval);
  if (Number.isNaN(creation + acceptanceBefore + assignmentBefore)) return undefined;
  // The window is narrowed to whole intervals, as in the full reader.
  const startAfter = intervalOf(earliest - 1) + 1;
  const startBefore = intervalOf(latest);
  return startAfter <= startBefore
    ? { creation, acceptanceBefore, assignmentBefore, startAfter, startBefore }
    : undefined;
}

/** NaN if both of its names are used. */
function plainAcceptanceBefore(message: PlainMessage): Instant {
  const { acceptBeforeTime, acceptBeforeInterval, acceptanceBeforeTime, acceptanceBeforeInterval } = message;
  if (acceptBeforeTime === undefined && acceptBeforeInterval === undefined)
    return plainInstant(acceptanceBeforeTime, acceptanceBeforeInterval);
  return acceptanceBeforeTime === undefined && acceptanceBeforeInterval === undefined
    ? plainInstant(acceptBeforeTime, acceptBeforeInterval)
    : Number.NaN;
}

/** Whether the end window, where there is one, leaves the start window as it is, for a profile of so many intervals. */
export function isPlainEnd(message: PlainMessage, { startBefore }: Times, length: number): boolean {
  const { endBeforeTime, endBeforeInterval, endAfterTime, endAfterInterval } = message;
  if (endBeforeTime === undefined && endBeforeInterval === undefined)
    return endAfterTime === undefined && endAfterInterval === undefined;
  return intervalOf(plainInstant(endBeforeTime, endBeforeInterval)) >= startBefore + length;
}
