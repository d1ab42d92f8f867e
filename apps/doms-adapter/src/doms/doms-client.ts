import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Agent, request, type Dispatcher } from 'undici';

/** What a DOMS said, or why it said nothing of use. */
export type DomsAnswer =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The same again may go better. */ readonly retry: boolean;
    };

const CONNECT_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 10_000;
const LARGEST_ANSWER_BYTES = 1 << 24;

/** The DSO's DOMS over HTTP. That it cannot be reached is to be expected, and is an answer like others. */
@Injectable()
export class DomsClient implements OnModuleDestroy {
  private readonly agent = new Agent({
    connect: { timeout: CONNECT_MILLISECONDS },
    headersTimeout: ANSWER_MILLISECONDS,
    bodyTimeout: ANSWER_MILLISECONDS,
    maxResponseSize: LARGEST_ANSWER_BYTES,
  });

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** Whether there is one. */
  get exists(): boolean {
    return this.configuration.doms.url !== undefined;
  }

  get(path: string): Promise<DomsAnswer> {
    return this.call(path, { method: 'GET' });
  }

  post(path: string, body: object): Promise<DomsAnswer> {
    return this.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.close();
  }

  private async call(
    path: string,
    options: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
  ): Promise<DomsAnswer> {
    const base = this.configuration.doms.url?.replace(/\/$/, '');
    if (base === undefined) return { ok: false, reason: 'there is no DOMS', retry: false };
    try {
      const response = await request(`${base}${path}`, { ...options, dispatcher: this.agent });
      return answerOf(response.statusCode, await response.body.text());
    } catch (error) {
      if (!isNetworkError(error)) throw error;
      return { ok: false, reason: `${error.code}: ${error.message}`, retry: true };
    }
  }
}

function answerOf(status: number, text: string): DomsAnswer {
  if (status < 200 || status > 299) {
    const retry = status >= 500 || status === 408 || status === 429;
    return { ok: false, reason: `status ${status}: ${text.slice(0, 500)}`, retry };
  }
  try {
    return { ok: true, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, reason: `the answer is not JSON: ${text.slice(0, 200)}`, retry: true };
  }
}

/** Sockets, name resolution and undici name their failures by a code; bugs do not. */
function isNetworkError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
