/** Places from `start` up to and without `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The longest stretches of places that all belong to one another: `continues(place)` says whether it goes on from the one before. */
export function runsOf(
  length: number,
  isPart: (place: number) => boolean,
  continues: (place: number) => boolean = () => true,
): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let place = 0; place <= length; place += 1) {
    const goesOn = place < length && isPart(place) && start >= 0 && continues(place);
    if (start >= 0 && !goesOn) runs.push({ start, end: place });
    if (!goesOn) start = place < length && isPart(place) ? place : -1;
  }
  return runs;
}
