/** What is wrong with a message: where (`flexOffer[0].startBeforeTime`), and the rule that it breaks. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** An expected outcome is a value: either what was asked for or every fault that was found. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };
