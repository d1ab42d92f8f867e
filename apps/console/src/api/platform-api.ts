import type { Decode } from './answer.js';
import { Answer, decodeList } from './answer.js';
import { Failure, Unreachable, failureOf } from './failure.js';

export type Query = Readonly<Record<string, string>>;

/** One page of a list, and whether more pages follow. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** The most that the platform puts on one page. */
export const LARGEST_PAGE = 1000;

/** The platform's HTTP interfaces at the page's own origin, read with one token. */
export class PlatformApi {
  readonly #token: string;
  readonly #onRefused: (failure: Failure) => void;

  /**
   * @param onRefused called before the failure is thrown when the platform does not know the token, or lets its
   * owner see nothing of the market. What else the owner may not see is missing from the page, and said there.
   */
  constructor(token: string, onRefused: (failure: Failure) => void) {
    this.#token = token;
    this.#onRefused = onRefused;
  }

  /** @throws Failure for everything but a success */
  async fetch(
    path: string,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const response = await this.#send(path, headers, signal);
    if (response.ok) return response;
    const failure = await failureOf(response, path);
    const seesNothing = failure.status === 403 && path.startsWith('/market/');
    if (failure.status === 401 || seesNothing) this.#onRefused(failure);
    throw failure;
  }

  async read<T>(path: string, decode: Decode<T>): Promise<T> {
    return decode(new Answer(await this.#json(path), path));
  }

  async readPage<T>(path: string, query: Query, decode: Decode<T>): Promise<Page<T>> {
    const address = `${path}?${new URLSearchParams({ limit: `${LARGEST_PAGE}`, ...query }).toString()}`;
    const response = await this.fetch(address, { accept: 'application/json' });
    const items = decodeList(await jsonOf(response, path), path, decode);
    const next = response.headers.get('next-cursor');
    return next === null ? { items } : { items, next };
  }

  /** All pages of a list, in its order. */
  async readAll<T>(path: string, query: Query, decode: Decode<T>): Promise<T[]> {
    const items: T[] = [];
    let page = await this.readPage(path, query, decode);
    items.push(...page.items);
    while (page.next !== undefined) {
      page = await this.readPage(path, { ...query, cursor: page.next }, decode);
      items.push(...page.items);
    }
    return items;
  }

  async #json(path: string): Promise<unknown> {
    return jsonOf(await this.fetch(path, { accept: 'application/json' }), path);
  }

  async #send(
    path: string,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const authorization = `Bearer ${this.#token}`;
    try {
      return await fetch(path, { headers: { ...headers, authorization }, ...(signal ? { signal } : {}) });
    } catch (error) {
      // What fetch throws when there is no connection; an abort is a DOMException and goes on as it is.
      if (!(error instanceof TypeError)) throw error;
      throw new Unreachable();
    }
  }
}

async function jsonOf(response: Response, path: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure('The answer is not as agreed', `${path} should answer with JSON.`);
  }
}
