import { elapsedSeconds } from '#clock';
import { startBareServer } from '../bare-server-process.js';
import { concurrently } from '../concurrently.js';
import { HttpClient } from '../http-client.js';
import type { PreparedPoll } from './acceptance.js';
import { COMMUNICATION } from './communication.js';
import { CONNECTIONS } from './connections.js';

/** The same traffic against a server that only parses and answers. */
export class BareReference {
  private constructor(
    private readonly client: HttpClient,
    private readonly stopServer: () => Promise<void>,
  ) {}

  static async start(): Promise<BareReference> {
    const server = await startBareServer();
    return new BareReference(new HttpClient(server.url, CONNECTIONS), () => server.stop());
  }

  /** Seconds for the same polls. */
  async posts(polls: readonly PreparedPoll[]): Promise<number> {
    const begun = elapsedSeconds();
    await concurrently(polls, CONNECTIONS, ({ json }) =>
      this.client.call({ method: 'POST', path: COMMUNICATION, json }),
    );
    return elapsedSeconds() - begun;
  }

  /** Seconds for as many empty polls. */
  async gets(count: number): Promise<number> {
    const begun = elapsedSeconds();
    await concurrently(Array.from({ length: count }).keys(), CONNECTIONS, () =>
      this.client.call({ method: 'GET', path: COMMUNICATION }),
    );
    return elapsedSeconds() - begun;
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.stopServer();
  }
}
