import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Agent, request, type Dispatcher } from 'undici';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** The platform refused a request, or answered something that the interface does not allow. */
export class PlatformError extends Error {
  constructor(method: string, path: string, problem: string) {
    super(`${method} ${path}: ${problem}`);
    this.name = 'PlatformError';
  }
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

type Body = { readonly text: string; readonly nextCursor: string | undefined };

const PAGE_LIMIT = 1000;
const ATTEMPTS = 4;
/** Moving the clock answers only when all work that was due is done. */
const PATIENCE_MILLISECONDS = 15 * 60 * 1000;

/** The platform as everyone outside it sees it: HTTP, JSON and a bearer token. */
export class Platform {
  private readonly agent: Agent;
  private readonly baseUrl: string;

  constructor(baseUrl: string, connections: number) {
    this.baseUrl = baseUrl.replace(/\/$/, '');
    this.agent = new Agent({
      connections,
      headersTimeout: PATIENCE_MILLISECONDS,
      bodyTimeout: PATIENCE_MILLISECONDS,
    });
  }

  /** @throws PlatformError unless the answer is a 2xx of the given shape */
  async call<Schema extends TSchema>(call: Call, schema: Schema): Promise<Static<Schema>> {
    return readBody(schema, call, (await this.exchange(call)).text);
  }

  /** For answers that carry nothing of interest. @throws PlatformError unless it is a 2xx */
  async send(call: Call): Promise<void> {
    await this.exchange(call);
  }

  /** Writes the answer to a file, whatever its length. @throws PlatformError unless it is a 2xx */
  async download(call: Call, file: string): Promise<void> {
    const { body } = await this.success(call, undefined);
    await pipeline(body, createWriteStream(file));
  }

  /** All pages of a list. `path` may have a query. */
  async list<Schema extends TSchema>(path: string, token: string, schema: Schema): Promise<Static<Schema>[]> {
    const items: Static<Schema>[] = [];
    const first = `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE_LIMIT}`;
    for (let next: string | undefined = first; next !== undefined;) {
      const call: Call = { method: 'GET', path: next, token };
      const { text, nextCursor }: Body = await this.exchange(call);
      const page: unknown = parseJson(call, text);
      if (!Array.isArray(page)) throw new PlatformError(call.method, call.path, 'the answer is not a list');
      for (const item of page) items.push(checked(schema, call, item));
      next = nextCursor === undefined ? undefined : `${first}&cursor=${encodeURIComponent(nextCursor)}`;
    }
    return items;
  }

  /** Sends lines of newline-delimited JSON. */
  async stream<Schema extends TSchema>(
    path: string,
    token: string,
    text: string,
    schema: Schema,
  ): Promise<Static<Schema>> {
    const call: Call = { method: 'POST', path, token };
    return readBody(schema, call, (await this.exchange(call, { type: 'application/x-ndjson', text })).text);
  }

  async close(): Promise<void> {
    await this.agent.close();
  }

  private async exchange(call: Call, content = jsonOf(call)): Promise<Body> {
    const { body, headers } = await this.success(call, content);
    const cursor = headers['next-cursor'];
    return { text: await body.text(), nextCursor: Array.isArray(cursor) ? cursor[0] : cursor };
  }

  private async success(call: Call, content: Content | undefined): Promise<Dispatcher.ResponseData> {
    const response = await this.attempt(call, content, 1);
    if (response.statusCode >= 200 && response.statusCode <= 299) return response;
    const text = await response.body.text();
    throw new PlatformError(call.method, call.path, `${response.statusCode} ${text.slice(0, 2000)}`);
  }

  /** After a lost reply the same is sent again: every request of the demo may be repeated. */
  private async attempt(
    call: Call,
    content: Content | undefined,
    number: number,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await request(`${this.baseUrl}${call.path}`, {
        method: call.method,
        headers: headersOf(call, content),
        dispatcher: this.agent,
        ...(content === undefined ? {} : { body: content.text }),
      });
    } catch (error) {
      if (!isLostReply(error) || number === ATTEMPTS) throw error;
      return this.attempt(call, content, number + 1);
    }
  }
}

interface Content {
  readonly type: string;
  readonly text: string;
}

function jsonOf({ body }: Call): Content | undefined {
  return body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
}

function headersOf({ token, idempotencyKey }: Call, content: Content | undefined): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    ...(content === undefined ? {} : { 'content-type': content.type }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

function isLostReply(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

function readBody<Schema extends TSchema>(schema: Schema, call: Call, text: string): Static<Schema> {
  return checked(schema, call, parseJson(call, text));
}

function parseJson({ method, path }: Call, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlatformError(method, path, `the answer is not JSON: ${text.slice(0, 200)}`);
  }
}

/** Only what the schema names: the demo must not come to depend on anything else. */
function checked<Schema extends TSchema>(
  schema: Schema,
  { method, path }: Call,
  value: unknown,
): Static<Schema> {
  const known: unknown = Value.Clean(schema, value);
  if (Value.Check(schema, known)) return known;
  const [first] = Value.Errors(schema, known);
  throw new PlatformError(method, path, `unexpected answer: ${first?.instancePath} ${first?.message}`);
}
