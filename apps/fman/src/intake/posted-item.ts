import {
  readFlexOffer,
  readFlexOfferXml,
  type Fault,
  type FlexOffer,
  type ReadOptions,
  type Result,
} from '#flexoffer';

/** One FlexOffer of a request, in whatever format it came. */
export interface PostedItem {
  /** What it is made of; gives an offer without an id the same id whenever it is sent. */
  readonly naturalKey: () => string;
  /** Whether it names itself, so that nobody has to. */
  readonly isNamed: boolean;
  /** The owner that it names. */
  readonly owner?: string;
  readonly read: (options: ReadOptions) => Result<FlexOffer>;
}

export function jsonItem(json: unknown): PostedItem {
  const owner = namedOwner(json);
  return {
    naturalKey: () => JSON.stringify(json),
    isNamed: typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string',
    ...(owner === undefined ? {} : { owner }),
    read: (options) => readFlexOffer(json, options),
  };
}

/** One line of newline-delimited JSON. */
export function lineItem(line: string): PostedItem {
  const json = parse(line);
  return json === undefined ? refusedItem('is not well-formed JSON') : jsonItem(json.value);
}

/** A document with one FlexOffer; its owner is its sender. */
export function xmlItem(xml: string): PostedItem {
  return { naturalKey: () => xml, isNamed: false, read: (options) => readFlexOfferXml(xml, options) };
}

/** What cannot be read at all. */
export function refusedItem(message: string): PostedItem {
  const faultsAt = (path: string): Fault[] => [{ path, message }];
  return {
    naturalKey: () => message,
    isNamed: false,
    read: ({ path }) => ({ ok: false, faults: faultsAt(path ?? '') }),
  };
}

function namedOwner(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('offeredById' in json)) return undefined;
  return typeof json.offeredById === 'string' ? json.offeredById : undefined;
}

function parse(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
