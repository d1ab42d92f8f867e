import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnyFlexOffer } from '../dialects/read-any-flex-offer.js';
import { arbitraryOddMessage, arbitraryPlainMessage } from '../testing/plain-messages.js';
import { aMessage } from '../testing/a-message.js';
import { readOptions } from '../testing/read-options.js';
import type { NdjsonBody } from './ndjson-lines.js';
import { readFlexOffersNdjson, type NdjsonOffer } from './read-ndjson.js';

const encoder = new TextEncoder();

const optionsOf = (line: number) => readOptions({ path: `line[${line}]` });

async function read(body: NdjsonBody | string, longestLine?: number): Promise<NdjsonOffer[]> {
  const bytes = typeof body === 'string' ? [encoder.encode(body)] : body;
  const offers: NdjsonOffer[] = [];
  const options = longestLine === undefined ? { optionsOf } : { optionsOf, longestLine };
  for await (const offer of readFlexOffersNdjson(bytes, options)) offers.push(offer);
  return offers;
}

/** The numbers of the lines that gave an offer, and of the others what is wrong with them. */
function summary(offers: readonly NdjsonOffer[]): unknown[] {
  return offers.map(({ line, result }) => (result.ok ? line : `${line}: ${result.faults[0]?.message}`));
}

const offer = (id: string): string => JSON.stringify(aMessage({ id }));

describe('newline-delimited FlexOffers', () => {
  it('FO-01 are read line by line, as the reader of single messages does', async () => {
    const message = fc.oneof(arbitraryPlainMessage, arbitraryOddMessage, fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 4 }), async (messages) => {
        const offers = await read(messages.map((each) => JSON.stringify(each)).join('\n'));
        const json = messages.map((each): unknown => JSON.parse(JSON.stringify(each)));
        expect(offers).toEqual(
          json.map((each, index) => ({
            line: index + 1,
            result: readAnyFlexOffer(each, optionsOf(index + 1)),
          })),
        );
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('FO-01 are the same wherever the body is cut into pieces', async () => {
    const body = encoder.encode(`\uFEFF${offer('é1')}\r\n\r\n{"x\n${offer('€2')}\n \n"\n${offer('😀3')}`);
    const whole = await read([body]);
    expect(summary(whole)).toEqual([1, expect.stringContaining('3: '), 4, expect.stringContaining('6: '), 7]);
    for (let at = 0; at <= body.length; at += 1)
      expect(await read([body.subarray(0, at), body.subarray(at)])).toEqual(whole);
    expect(await read(Array.from(body, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('FO-01 are read from pieces of any sizes, even if the sender uses its buffer again', async () => {
    const lines = [offer('é1'), '', offer('€2'), 'null', `${offer('3')}\r`, '\uFFFD', offer('\uFFFD4')];
    const body = encoder.encode(lines.join('\n'));
    const whole = await read([body]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 200 })), async (sizes) => {
        expect(await read(piecesOf(body, sizes))).toEqual(whole);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it('FO-01 may be none at all', async () => {
    for (const nothing of ['', '\n', '\r\n \t\n', '\uFEFF', '\uFEFF\n'])
      expect(await read(nothing)).toEqual([]);
    expect(await read([])).toEqual([]);
  });

  it('FO-01 may end without a line feed, and have a byte order mark at the beginning only', async () => {
    expect(summary(await read(`\uFEFF${offer('1')}`))).toEqual([1]);
    const faulty = await read(`${offer('1')}\n\uFEFF${offer('2')}`);
    expect(summary(faulty)).toEqual([1, expect.stringMatching(/^2: is not well-formed JSON: /)]);
  });

  it('FO-03 tell which line is no JSON, and go on', async () => {
    const offers = await read(`${offer('1')}\n{"id":\nnothing\n[]\n${offer('5')}`);
    expect(summary(offers)).toEqual([
      1,
      expect.stringMatching(/^2: is not well-formed JSON: /),
      expect.stringMatching(/^3: is not well-formed JSON: /),
      '4: must be an object',
      5,
    ]);
    expect(offers[1]?.result).toMatchObject({ ok: false, faults: [{ path: 'line[2]' }] });
  });

  it('FO-03 tell which line is not UTF-8, and go on', async () => {
    const [before, after] = [encoder.encode(`${offer('1')}\n`), encoder.encode(`\n${offer('\uFFFD')}`)];
    for (const wrong of [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0x22, 0x80, 0x22]])
      expect(summary(await read([before, Uint8Array.from(wrong), after]))).toEqual([1, '2: is not UTF-8', 3]);
  });

  it('FO-03 tell which line is too long, and go on', async () => {
    const short = offer('1');
    const body = `${short}\n${short} \n${short}\n${short}  `;
    const tooLong = `is longer than the ${short.length} bytes that are read`;
    const expected = [1, `2: ${tooLong}`, 3, `4: ${tooLong}`];
    expect(summary(await read(body, short.length))).toEqual(expected);
    const bytes = Array.from(encoder.encode(body), (byte) => Uint8Array.of(byte));
    expect(summary(await read(bytes, short.length))).toEqual(expected);
    expect(summary(await read(`${offer('1')}\n"${'x'.repeat(1_000_000)}"`))).toEqual([
      1,
      '2: is longer than the 1000000 bytes that are read',
    ]);
  });

  it('FO-03 pass on what goes wrong with the body itself', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(encoder.encode(`${offer('1')}\n`));
      throw new Error('the connection is gone');
    }
    await expect(read(broken())).rejects.toThrow('the connection is gone');
  });
});

/** Pieces of the sizes, all of them in the same memory. */
function* piecesOf(body: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const memory = new Uint8Array(200);
  let from = 0;
  for (const size of sizes) {
    const piece = body.subarray(from, from + size);
    memory.set(piece);
    yield memory.subarray(0, piece.length);
    from += piece.length;
  }
  yield body.subarray(from);
}
