import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Public } from '#directory';
import { messagesWaiting, metricsRegistry } from '#observability';
import { Database } from '#persistence';
import { Problem } from '#problem-details';
import { ApiExcludeController } from '@nestjs/swagger';

/** Is the process alive, can it work, and how is it doing. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Ready once the database answers; the server listens only after everything else has started. */
  @Get('health/ready')
  async ready(): Promise<{ status: string; failedMessages: number }> {
    try {
      const [row] = await this.database.query<{ failed: number }>(
        'SELECT count(*)::int AS failed FROM messaging.message WHERE failed_at IS NOT NULL',
      );
      return { status: 'ready', failedMessages: row?.failed ?? 0 };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem(503, 'Not ready', `The database does not answer: ${reason}`);
    }
  }

  @Get('metrics')
  @Header('content-type', metricsRegistry.contentType)
  async metrics(): Promise<string> {
    const waiting = await this.database.query<{ destination: string; waiting: number }>(
      `SELECT destination, count(*)::int AS waiting FROM messaging.message
       WHERE consumed_at IS NULL AND failed_at IS NULL GROUP BY destination`,
    );
    messagesWaiting.reset();
    for (const row of waiting) messagesWaiting.set({ service: row.destination }, row.waiting);
    return metricsRegistry.metrics();
  }
}
