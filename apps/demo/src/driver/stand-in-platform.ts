import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { demoStart, isoOf } from '../calendar/demo-day.js';
import type { CommunicationRequest } from '../devices/device.js';
import type { DemandSchedule } from '../platform/answers.js';

const LATER = 15 * 60 * 1000;

/** An offer as this stand-in keeps it: it is given its default schedule at the first poll after its own. */
interface StoredOffer {
  readonly deviceId: string;
  readonly schedule: DemandSchedule;
  readonly offeredAt: number;
  confirmed: boolean;
}

/**
 * Just enough of the platform's interfaces to drive a demo day against, and strict where a resumed demo could go
 * wrong: the same message id with another content is a 409, and a schedule is repeated until it is confirmed.
 */
export class StandInPlatform {
  readonly readings = new Map<string, unknown>();
  readonly polls = new Map<string, number>();
  now = demoStart();
  /** How many polls it still answers before it stops dead. */
  pollsToLive = Infinity;
  private readonly messages = new Map<string, CommunicationRequest>();
  private readonly offers = new Map<string, StoredOffer>();
  private server: Server | undefined;

  get unconfirmed(): number {
    return [...this.offers.values()].filter(({ confirmed }) => !confirmed).length;
  }

  async start(): Promise<string> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { pathname } = new URL(request.url ?? '/', 'http://platform');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (pathname === '/xems/v1/communication') this.pollsToLive -= 1;
    if (this.pollsToLive < 0) return this.stop();
    const [status, answer] = this.route(`${request.method} ${pathname}`, token, body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  private route(route: string, token: string, body: string): [number, unknown] {
    if (route.endsWith('/xems/v1/communication')) return this.communicate(token, body);
    if (route === 'POST /metering/v1/readings') return [200, this.store(body)];
    if (route === 'POST /settlement/v1/runs') return [202, { runId: 'run' }];
    if (route === 'GET /settlement/v1/runs/run') return [200, { runId: 'run', state: 'completed' }];
    if (route === 'GET /fman/v1/flexoffers') return [200, this.listed()];
    const content = (body === '' ? {} : JSON.parse(body)) as { id?: string; deviceId?: string; now?: string };
    if (route === 'POST /admin/v1/tokens') return [201, { id: 't', token: content.deviceId }];
    if (route === 'POST /admin/v1/clock') this.now = Math.max(this.now, Date.parse(content.now ?? ''));
    if (route.endsWith('/admin/v1/clock')) return [200, { now: isoOf(this.now) }];
    return route.startsWith('GET') ? [200, []] : [201, { id: content.id }];
  }

  /** The token of a device is its id here. */
  private communicate(deviceId: string, body: string): [number, unknown] {
    this.polls.set(deviceId, (this.polls.get(deviceId) ?? 0) + 1);
    const request = body === '' ? undefined : (JSON.parse(body) as CommunicationRequest);
    if (request !== undefined && !this.take(deviceId, request)) return [409, {}];
    const due = [...this.offers.values()].filter(
      (offer) => offer.deviceId === deviceId && !offer.confirmed && offer.offeredAt + LATER <= this.now,
    );
    const acknowledgement = { messageId: request?.messageId ?? null, result: 'Ack', errors: [] };
    return [200, { acknowledgement, demandSchedules: due.map(({ schedule }) => schedule) }];
  }

  private take(deviceId: string, request: CommunicationRequest): boolean {
    const known = this.messages.get(request.messageId);
    if (known !== undefined) return isDeepStrictEqual(known, request);
    this.messages.set(request.messageId, request);
    for (const { flexibilityId, flexOffer } of request.flexibilityData ?? [])
      this.offers.set(flexibilityId, {
        deviceId,
        offeredAt: this.now,
        confirmed: false,
        schedule: {
          scheduleId: `s-${flexibilityId}`,
          flexOfferId: `o-${flexibilityId}`,
          flexibilityId,
          startTime: flexOffer.defaultSchedule.startTime,
          scheduleSlices: [...flexOffer.defaultSchedule.scheduleSlices],
        },
      });
    for (const scheduleId of request.receivedSchedules ?? []) {
      const offer = this.offers.get(scheduleId.replace(/^s-/, ''));
      if (offer !== undefined) offer.confirmed = true;
    }
    return true;
  }

  private store(lines: string): unknown {
    for (const line of lines.trimEnd().split('\n')) {
      const reading = JSON.parse(line) as { meterId: string; intervalStart: string };
      this.readings.set(`${reading.meterId} ${reading.intervalStart}`, reading);
    }
    return { refused: 0 };
  }

  private listed(): unknown[] {
    return [...this.offers.values()].map(
      ({ deviceId, schedule: { startTime, scheduleSlices, flexOfferId } }) => ({
        id: flexOfferId,
        state: 'executed',
        offeredById: deviceId,
        flexOfferSchedule: { startTime, scheduleSlices },
      }),
    );
  }
}
