import { instantOf } from '../time.js';
import type { FlexOffer } from '../flex-offer.js';
import type { Fault } from '../result.js';
import { isBefore } from './calendar-instant.js';

/** Creation, acceptance deadline, assignment deadline and latest start follow one another (equal is allowed). */
export function deadlinesInOrder({
  creation,
  acceptanceBefore,
  assignmentBefore,
  startBefore,
}: FlexOffer): Fault[] {
  const faults: Fault[] = [];
  if (isBefore(acceptanceBefore, creation)) {
    faults.push({ path: 'acceptBeforeTime', message: 'must not be before creationTime' });
  }
  if (isBefore(assignmentBefore, acceptanceBefore)) {
    faults.push({ path: 'assignmentBeforeTime', message: 'must not be before acceptBeforeTime' });
  }
  if (isBefore(instantOf(startBefore), assignmentBefore)) {
    faults.push({ path: 'startBeforeTime', message: 'must not be before assignmentBeforeTime' });
  }
  return faults;
}
