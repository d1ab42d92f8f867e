import { Pool } from 'undici';

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  /** Already written as JSON: what is sent is no part of what is measured. */
  readonly json?: string;
}

/** Moving the clock answers only when all work that was due is done. */
const PATIENCE_MILLISECONDS = 15 * 60 * 1000;

/** One server over connections that stay open. */
export class HttpClient {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, {
      connections,
      headersTimeout: PATIENCE_MILLISECONDS,
      bodyTimeout: PATIENCE_MILLISECONDS,
    });
  }

  /**
   * The answer's JSON, of the shape that the caller knows the server to give.
   *
   * @throws Error unless the answer is a 2xx
   */
  async call<Answer>(call: HttpCall): Promise<Answer> {
    return JSON.parse((await this.exchange(call)).text) as Answer;
  }

  /** For answers that carry nothing of interest. @throws Error unless the answer is a 2xx */
  async send(call: HttpCall): Promise<void> {
    await this.exchange(call);
  }

  /** The answer as it is, of whatever kind. @throws Error unless the answer is a 2xx */
  async text(call: HttpCall): Promise<string> {
    return (await this.exchange(call)).text;
  }

  /** All pages of a list. `path` has a query already. */
  async list<Item>(path: string, token: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.exchange({ method: 'GET', path: `${path}&limit=1000${query}`, token });
      items.push(...(JSON.parse(page.text) as Item[]));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return items;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async exchange(call: HttpCall): Promise<{ text: string; nextCursor: string | undefined }> {
    const { method, path, token, json } = call;
    const response = await this.pool.request({
      method,
      path,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: json }),
    });
    const text = await response.body.text();
    if (response.statusCode < 200 || response.statusCode > 299)
      throw new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 2000)}`);
    const cursor = response.headers['next-cursor'];
    return { text, nextCursor: Array.isArray(cursor) ? cursor[0] : cursor };
  }
}
