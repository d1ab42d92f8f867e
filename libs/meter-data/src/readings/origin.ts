/** Where a value came from, the most trusted first. */
export const SOURCES = ['dso', 'meter', 'submeter'] as const;
export type ReadingSource = (typeof SOURCES)[number];

/** What a value that may settle can be. */
export const QUALITIES = ['measured', 'estimated', 'corrected'] as const;
export type ReadingQuality = (typeof QUALITIES)[number];

/** A `placeholder` stands where nothing was measured: it is known, but it is no value. */
export type KnownQuality = ReadingQuality | 'placeholder';

/** Where a value comes from and what it is worth. */
export interface Origin {
  readonly source: ReadingSource;
  readonly quality: KnownQuality;
  /** It came in place of an earlier one, as its sender says. */
  readonly isReplacement: boolean;
}

/** What there is beside the source, the least reliable first. */
const KINDS: readonly Omit<Origin, 'source'>[] = [
  { quality: 'placeholder', isReplacement: false },
  { quality: 'estimated', isReplacement: false },
  { quality: 'estimated', isReplacement: true },
  { quality: 'measured', isReplacement: false },
  { quality: 'corrected', isReplacement: true },
];

/** Every origin; one byte, its index, stands for it in storage, so that entries are only ever added. At 0: no value. */
export const ORIGINS: readonly (Origin | undefined)[] = [
  undefined,
  ...SOURCES.flatMap((source) => KINDS.map((kind) => ({ source, ...kind }))),
];

/** The index in `ORIGINS`; what is `corrected` is a replacement, what is `measured` or a placeholder is none. */
export function originOf(source: ReadingSource, quality: KnownQuality, isReplacement = false): number {
  const known = ORIGINS.findIndex(
    (origin) =>
      origin?.source === source &&
      origin.quality === quality &&
      (quality !== 'estimated' || origin.isReplacement === isReplacement),
  );
  if (known < 0) throw new RangeError(`no origin ${source} ${quality}`);
  return known;
}

/** Whether what has this origin may settle: it is there, and it is no placeholder. */
export function maySettle(origin: number): boolean {
  return MAY_SETTLE[origin] === 1;
}

const MAY_SETTLE = Uint8Array.from(ORIGINS, (origin) =>
  origin === undefined || origin.quality === 'placeholder' ? 0 : 1,
);
