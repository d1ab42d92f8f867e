/** How far a search came: with the number of its steps, a stopped one comes out again. */
export interface Progress {
  /** Steps done in time. */
  readonly steps: number;
  readonly isLate: boolean;
}

/** Counts the steps of a search, and ends it when the gate cannot wait any longer. */
export class SearchWatch {
  private steps = 0;
  private late = false;

  constructor(private readonly isLate: () => boolean) {}

  /** Asked between steps; once true, always true. */
  readonly isOver = (): boolean => {
    this.late ||= this.isLate();
    if (!this.late) this.steps += 1;
    return this.late;
  };

  progress(): Progress {
    return { steps: this.steps, isLate: this.late };
  }
}
