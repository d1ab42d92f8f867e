import type { Fault, FlexOfferState } from '#flexoffer';

/** What became of one offer of a message. */
export type IntakeOutcome =
  | {
      readonly kind: 'known';
      readonly id: string;
      readonly state: FlexOfferState;
      readonly stateReason?: string;
    }
  /** The id came before with another content. */
  | { readonly kind: 'conflict'; readonly id: string }
  /** Nothing of it is kept. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** What is wrong, in one line of words. */
export function inWords(faults: readonly Fault[]): string {
  return faults.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ');
}
