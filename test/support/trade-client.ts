import type { TestAnswer } from '#testing';
import type { PlatformUnderTest } from './platform-under-test.js';

/** Short words for what the outsiders of a trade say to the platform. */
export class TradeClient {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly platform: PlatformUnderTest) {}

  /** @param sender a participant or device that was registered through this client; absent: the administrator */
  async send(
    method: string,
    path: string,
    body?: unknown,
    sender?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TestAnswer> {
    const token = sender === undefined ? undefined : this.tokens.get(sender);
    if (sender !== undefined && token === undefined) throw new Error(`${sender} has no token`);
    return this.platform.request(path, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** The body of a successful answer. @throws with the answer's text otherwise */
  async get<T>(path: string, sender?: string): Promise<T> {
    return succeeded(await this.send('GET', path, undefined, sender)).json<T>();
  }

  async register(
    kind: 'participants' | 'devices',
    body: Readonly<Record<string, string>> & { readonly id: string },
  ): Promise<void> {
    const answer = succeeded(await this.send('POST', `/admin/v1/${kind}`, body));
    this.tokens.set(body.id, answer.json<{ token: string }>().token);
  }

  async put(path: string, body: unknown): Promise<void> {
    succeeded(await this.send('PUT', path, body));
  }

  async post<T>(
    path: string,
    body: unknown,
    sender?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    return succeeded(await this.send('POST', path, body, sender, headers)).json<T>();
  }

  async moveTo(instant: string): Promise<void> {
    await this.post('/admin/v1/clock', { now: instant });
  }
}

function succeeded(answer: TestAnswer): TestAnswer {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
}
