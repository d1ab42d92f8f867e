import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Instant } from '#flexoffer';
import type { Community } from '../community/community.js';
import { zoneShares } from '../community/zone-shares.js';
import { readGridLoad, type GridLoad } from '../extracts/grid-load.js';
import { DomsTime } from './doms-time.js';
import { readDomsResponse, type DomsResponse } from './doms-response.js';
import { plannedRequests, type FlexibilityRequest, type PlannedRequest } from './requests.js';
import { stateVariables } from './state-variables.js';

const LARGEST_BODY = 1 << 20;

/**
 * A DSO's DOMS with a script instead of a forecast: an HTTP server that the platform's adapter polls. Its time is
 * that of the driver; what the adapter answers stays in memory.
 */
export class Doms {
  private readonly time: DomsTime;
  private readonly gridLoad: readonly GridLoad[] = readGridLoad();
  private readonly planned: readonly PlannedRequest[];
  private readonly received = new Map<string, DomsResponse>();
  private readonly server: Server;

  /** @param stateDirectory where it remembers its time */
  constructor(community: Community, stateDirectory: string) {
    this.time = new DomsTime(stateDirectory);
    this.planned = plannedRequests(this.gridLoad, zoneShares(community));
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => response.destroy(asError(error)));
    });
  }

  /** @param port 0 for any free one. @returns the address that the adapter polls */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the DOMS has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on the DOMS lists what it wants at `instant`. */
  moveTo(instant: Instant): void {
    this.time.moveTo(instant);
  }

  /** Everything that the DOMS asks for on the demo day. */
  get requests(): readonly FlexibilityRequest[] {
    return this.planned.map(({ request }) => request);
  }

  /** The last response to each request that has one. */
  get responses(): ReadonlyMap<string, DomsResponse> {
    return this.received;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://doms');
    const route = `${request.method} ${pathname}`;
    if (route === 'GET /flexibility-requests') return reply(response, 200, this.listed());
    if (route === 'GET /state-variables')
      return reply(response, 200, stateVariables(this.gridLoad, this.time.now));
    if (route === 'POST /responses') return this.record(await bodyOf(request), response);
    reply(response, 404, { title: 'Not Found', status: 404 });
  }

  private listed(): FlexibilityRequest[] {
    return this.planned
      .filter(
        ({ publishedFrom, deliveredAt }) => publishedFrom <= this.time.now && this.time.now < deliveredAt,
      )
      .map(({ request }) => request);
  }

  private record(text: string, response: ServerResponse): void {
    const answer = readDomsResponse(text);
    if (answer === undefined) return reply(response, 400, { title: 'Not a response', status: 400 });
    if (!this.planned.some(({ request }) => request.requestId === answer.requestId))
      return reply(response, 404, { title: `No request ${answer.requestId}`, status: 404 });
    this.received.set(answer.requestId, answer);
    reply(response, 200, { requestId: answer.requestId });
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw new Error('a response to the DOMS is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
