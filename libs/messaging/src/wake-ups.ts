import type { ServiceName } from '#messages';
import { Logger } from '@nestjs/common';
import { openQueue, type QueueConnection, type WakeUpQueue } from './queue-backend.js';

/** The queue by which a service learns that messages wait for it. */
export const queueName = (service: ServiceName): string => `atp-${service}`;

/**
 * Rings the bell of a destination: "look into your inbox". A service of this process is called, any other gets a BullMQ
 * job. PostgreSQL remembers the messages; a lost wake-up costs a moment (every service also looks by itself), never a
 * message.
 *
 * Jobs that come while one is being sent are folded into one that follows it: it may have been answered before their
 * messages were committed.
 */
export class WakeUps {
  private readonly logger = new Logger('WakeUps');
  private readonly here = new Map<ServiceName, () => void>();
  private readonly queues = new Map<ServiceName, WakeUpQueue>();
  private readonly sending = new Map<ServiceName, 'once' | 'again'>();
  private closed = false;

  constructor(private readonly connection: QueueConnection) {}

  /** From now on `service` runs in this process, and `ring` has it look. */
  runsHere(service: ServiceName, ring: () => void): void {
    this.here.set(service, ring);
  }

  wake(service: ServiceName): void {
    const ring = this.here.get(service);
    if (ring) ring();
    else if (this.sending.has(service)) this.sending.set(service, 'again');
    else void this.send(service);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async send(service: ServiceName): Promise<void> {
    do {
      this.sending.set(service, 'once');
      try {
        await this.queueOf(service).add('wake', {});
      } catch (error) {
        this.logger.warn(
          { service, error: String(error) },
          'wake-up not sent; the service will look by itself',
        );
      }
    } while (this.sending.get(service) === 'again');
    this.sending.delete(service);
  }

  private queueOf(service: ServiceName): WakeUpQueue {
    let queue = this.queues.get(service);
    if (!queue) {
      queue = openQueue(this.connection, queueName(service));
      // A closed queue's idle connections still hear that the server ends: nobody needs to know.
      queue.on('error', (error) => {
        if (!this.closed) this.logger.warn({ service, error: error.message });
      });
      this.queues.set(service, queue);
    }
    return queue;
  }
}
