import type { Instant } from '#flexoffer';

/** How the price of a trade follows from the bid and the ask. */
export const PRICING_POLICIES = ['pay-as-bid', 'pay-as-clear', 'mid-point'] as const;

/** Everything that can be set from outside, read once at start. */
export interface Configuration {
  /** Address and port to listen on. */
  readonly host: string;
  readonly port: number;
  /** Where the embedded platform keeps its files. */
  readonly dataDirectory: string;
  /** PostgreSQL; absent: an embedded one is started. */
  readonly databaseUrl?: string;
  /** Redis for the queues; absent: they live in PostgreSQL. */
  readonly redisUrl?: string;
  /** Token of the first administrator; absent: the embedded platform generates and prints one. */
  readonly adminToken?: string;
  /** Signs evidence packages: Ed25519, PKCS #8, base64; absent: one is made and kept in the database. */
  readonly signingKey?: string;
  /** Start of simulated time; absent: real time. */
  readonly simulatedTime?: Instant;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Largest request body in bytes, except for streams of meter readings. */
  readonly bodyLimitBytes: number;
  /** Folder whose files are taken in as meter data; absent: none is watched. */
  readonly meterDataFolder?: string;
  readonly market: MarketConfiguration;
  readonly doms: DomsConfiguration;
}

/** The rules of the market that its operator may choose. */
export interface MarketConfiguration {
  /** IANA zone that decides where a local day begins. */
  readonly timeZone: string;
  /** Local days that are no business days though they are Mondays to Fridays, `YYYY-MM-DD`, each once and in order. */
  readonly holidays: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** Seconds from one gate to the next; divides 900. */
  readonly gateIntervalSeconds: number;
  /** The portfolio is published this many seconds before each gate. */
  readonly publicationLeadSeconds: number;
  /** An interval can trade until this many seconds before its delivery starts. */
  readonly gateClosureSeconds: number;
  readonly pricing: (typeof PRICING_POLICIES)[number];
  /** How many labels of a grid node's path make a zone (`lu.north.f1` at 2: `lu.north`). */
  readonly zoneDepth: number;
  /** The participant in whose name the FMAN sells. */
  readonly aggregatorId: string;
  /** The participant that operates the market and earns the operator's share. */
  readonly operatorId: string;
  /** What an offer's start may differ by inside one aggregate, in intervals. */
  readonly startToleranceIntervals: number;
  /** What time flexibility may differ by inside one aggregate, in intervals. */
  readonly timeFlexibilityToleranceIntervals: number;
}

export interface DomsConfiguration {
  /** Base address of the DSO's DOMS; absent: nothing is polled. */
  readonly url?: string;
  /** The participant in whose name the adapter buys. */
  readonly participantId: string;
  /** Seconds from one poll to the next, and the offset of the first after the full quarter-hour. */
  readonly pollSeconds: number;
  readonly pollOffsetSeconds: number;
}

/** The injection token of the one configuration object. */
export const CONFIGURATION = Symbol('configuration');
