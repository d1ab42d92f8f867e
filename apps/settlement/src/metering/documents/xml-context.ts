import type { Instant } from '#flexoffer';

/** What must be known to read a document. */
export interface XmlContext {
  /** Nothing after it can have been measured. */
  readonly now: Instant;
  /** Whether there is such a metering point. */
  readonly isKnown: (meteringPoint: string) => boolean;
  /** IANA name, for documents in local time. */
  readonly timeZone: string;
  /** For documents that do not say it. */
  readonly transformerFactor: number;
}
