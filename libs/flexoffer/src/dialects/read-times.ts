import { instantOf, intervalOf, type Instant, type IntervalIndex } from '../time.js';
import type { MessageFields } from './message-fields.js';

export interface Times {
  readonly creation: Instant;
  readonly acceptanceBefore: Instant;
  readonly assignmentBefore: Instant;
  readonly startAfter: IntervalIndex;
  readonly startBefore: IntervalIndex;
}

/**
 * Creation, deadlines and start window. The window is narrowed to whole intervals:
 *
 * ```
 * 10:00          10:15          10:30          10:45
 * |----[=========|==============|======]-------|        startAfterTime 10:05, startBeforeTime 10:40
 *                ^ startAfter   ^ startBefore
 * ```
 * Absent: creation is `now`; startAfter the creation (as in the specification); assignmentBefore the earliest start
 * less `assignmentBeforeStart` seconds; acceptanceBefore the assignment deadline, but no later than the earliest start.
 */
export function readTimes(fields: MessageFields, now: Instant): Times | undefined {
  const creation = fields.instant('creation') ?? now;
  const earliest = fields.instant('startAfter') ?? creation;
  const latest = fields.instant('startBefore');
  const assignment = readAssignmentBefore(fields, instantOf(firstStartFrom(earliest)));
  const acceptance = fields.instant('acceptanceBefore', 'acceptBefore');
  if (latest === undefined) {
    const given = fields.has('startBeforeTime', 'startBeforeInterval');
    return given ? undefined : fields.fault('startBeforeTime', 'is missing');
  }
  const [startAfter, startBefore] = [firstStartFrom(earliest), intervalOf(latest)];
  if (startAfter > startBefore) {
    return fields.fault('startBeforeTime', 'no interval starts between startAfterTime and startBeforeTime');
  }
  return {
    creation,
    acceptanceBefore: acceptance ?? Math.min(assignment, instantOf(startAfter)),
    assignmentBefore: assignment,
    startAfter,
    startBefore,
  };
}

/** The first interval that starts at or after an instant. */
function firstStartFrom(instant: Instant): IntervalIndex {
  return intervalOf(instant - 1) + 1;
}

/**
 * Either the instant itself or seconds before the start; the earliest start, as the start is not known yet. Peers of
 * the older form write 0 seconds beside every instant: there the instant counts.
 */
function readAssignmentBefore(fields: MessageFields, earliestStart: Instant): Instant {
  const instant = fields.instant('assignmentBefore');
  const older = fields.number('assignmentBeforeDurationSeconds');
  const seconds = fields.number('assignmentBeforeStart') ?? (instant === undefined ? older : undefined);
  if (seconds !== undefined && seconds < 0) {
    const name = fields.has('assignmentBeforeStart')
      ? 'assignmentBeforeStart'
      : 'assignmentBeforeDurationSeconds';
    fields.fault(name, 'must not be negative');
  }
  const relative = earliestStart - Math.round((seconds ?? 0) * 1000);
  if (instant !== undefined && seconds !== undefined && instant !== relative) {
    fields.fault('assignmentBeforeStart', 'contradicts assignmentBeforeTime');
  }
  return instant ?? relative;
}

/**
 * Refuses a latest end that is earlier than the latest start plus the profile, because it would narrow the window.
 * The earliest end is not looked at: peers in the field compute it in ways that contradict the window.
 */
export function refuseEarlyEnd(fields: MessageFields, startBefore: IntervalIndex, length: number): void {
  const end = fields.instant('endBefore');
  if (end !== undefined && intervalOf(end) < startBefore + length) {
    fields.fault('endBeforeTime', 'an end before the latest start plus the profile is not supported yet');
  }
}
