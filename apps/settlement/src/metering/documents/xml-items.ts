import type { Readable } from 'node:stream';
import { ESL_ROOT } from '#meter-data';
import { decoded } from '../rows/decoded.js';
import { e66Items } from './e66-items.js';
import { eslItems } from './esl-items.js';
import type { IntakeItem } from '../intake-item.js';
import type { XmlContext } from './xml-context.js';

/** The first element's name, behind declaration and comments. */
const ROOT = /^\s*(?:<\?[^]*?\?>|<!--[^]*?-->|\s)*<(?![?!])(?:[\w.-]+:)?([\w.-]+)/;
/** The root comes sooner than that, or it is no document of ours. */
const LONGEST_PROLOGUE = 16_384;

/** Reads a document: billing data where its root says so, and everything else as validated meter data, which says what is wrong. */
export async function* xmlItems(
  stream: Readable,
  context: XmlContext,
): AsyncGenerator<readonly IntakeItem[]> {
  const text = decoded(stream);
  let begin = '';
  while (!ROOT.test(begin) && begin.length < LONGEST_PROLOGUE) {
    const next = await text.next();
    if (next.done === true) break;
    begin += next.value;
  }
  const whole = continued(begin, text);
  const isBilling = ROOT.exec(begin)?.[1] === ESL_ROOT;
  yield* isBilling ? eslItems(whole, context) : e66Items(whole, context);
}

async function* continued(begin: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield begin;
  yield* rest;
}
