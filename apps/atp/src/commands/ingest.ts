import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { elapsedSeconds } from '#clock';
import { systemErrorCode } from '#embedded-postgres';

export interface IngestOptions {
  readonly url: string;
  readonly token?: string;
  readonly indexes?: boolean;
  readonly transformerFactor?: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson',
  '.ndjson': 'application/x-ndjson',
  '.xml': 'application/xml',
};

/** A file of millions of rows is answered when its last row is durable. */
const PATIENCE_MILLISECONDS = 6 * 3_600_000;
const SECONDS_BETWEEN_LINES = 1;
const REFUSALS_SHOWN = 20;
const NEW_LINE = 0x0a;

/** Where lines for people go. */
export interface Say {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** Sends files of meter data to a platform. The exit code is 1 if a file or a row of it was refused. */
export async function ingest(files: readonly string[], options: IngestOptions): Promise<void> {
  const say = {
    out: (line: string): void => void process.stdout.write(`${line}\n`),
    error: (line: string): void => void process.stderr.write(`${line}\n`),
  };
  if (!(await ingestFiles(files, options, say))) process.exitCode = 1;
}

/** One file after the other, with progress. @returns whether all rows of all files were taken */
export async function ingestFiles(
  files: readonly string[],
  options: IngestOptions,
  say: Say,
): Promise<boolean> {
  let isAllTaken = true;
  for (const file of files) {
    const fault = await faultOf(() => ingestFile(file, options, say));
    if (fault === undefined) continue;
    say.error(`${file}: ${fault}`);
    isAllTaken = false;
  }
  return isAllTaken;
}

/** A file that is not there and a platform that does not answer are no bugs. */
async function faultOf(work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** @returns in words what is wrong, if anything is */
async function ingestFile(file: string, options: IngestOptions, say: Say): Promise<string | undefined> {
  const token = options.token ?? process.env['ATP_ADMIN_TOKEN'];
  if (token === undefined) return 'a token is needed: --token, or ATP_ADMIN_TOKEN';
  const mediaType = MEDIA_TYPES[extname(file).toLowerCase()];
  if (mediaType === undefined) return `the name must end in ${Object.keys(MEDIA_TYPES).join(', ')}`;
  const { size } = await stat(file);
  const url = new URL(`/metering/v1/${options.indexes === true ? 'indexes' : 'readings'}`, options.url);
  if (options.transformerFactor !== undefined)
    url.searchParams.set('transformerFactor', options.transformerFactor);
  const response = await request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': mediaType, 'content-length': String(size) },
    body: Readable.from(pieces(file, size, say)),
    headersTimeout: PATIENCE_MILLISECONDS,
    bodyTimeout: PATIENCE_MILLISECONDS,
  });
  const text = await response.body.text();
  return response.statusCode === 200 ? report(file, text, say) : `${response.statusCode} ${text}`;
}

/** The bytes of a file; says now and then how far it is. A row is a line, but in XML. */
async function* pieces(file: string, size: number, say: Say): AsyncGenerator<Buffer> {
  let [bytes, lines, said] = [0, 0, elapsedSeconds()];
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    for (let at = piece.indexOf(NEW_LINE); at >= 0; at = piece.indexOf(NEW_LINE, at + 1)) lines += 1;
    if (bytes === size || elapsedSeconds() - said >= SECONDS_BETWEEN_LINES) {
      said = elapsedSeconds();
      say.error(`${file}: ${lines} lines, ${bytes} of ${size} bytes`);
    }
    yield piece;
  }
}

interface Answer {
  readonly stored: number;
  readonly unchanged: number;
  readonly corrected: number;
  readonly refusedCount: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

function report(file: string, text: string, say: Say): string | undefined {
  const { stored, unchanged, corrected, refusedCount, refused } = JSON.parse(text) as Answer;
  say.out(
    `${file}: ${stored} stored, ${unchanged} unchanged, ${corrected} corrected, ${refusedCount} refused`,
  );
  for (const { line, reason } of refused.slice(0, REFUSALS_SHOWN)) say.error(`${file}:${line}: ${reason}`);
  return refusedCount === 0 ? undefined : `${refusedCount} rows were refused`;
}
