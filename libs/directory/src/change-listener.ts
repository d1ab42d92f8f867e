import pg from 'pg';
import { pause } from '#clock';
import { Logger } from '@nestjs/common';
import { DIRECTORY_CHANGED, type Directory } from './directory.js';

const RECONNECT_MILLISECONDS = 500;

/** Keeps this process's directory in step with changes that another process makes. */
export class DirectoryChangeListener {
  private readonly logger = new Logger('Directory');
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly directory: Directory,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('notification', () => this.directory.forget());
    client.on('error', (error) => void this.reconnect(error));
    await client.connect();
    await client.query(`LISTEN ${DIRECTORY_CHANGED}`);
    this.directory.forget();
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end();
  }

  /** While the connection is down, changes go unheard: so everything is forgotten once it is back. */
  private async reconnect(error: Error): Promise<void> {
    this.logger.warn({ error: error.message }, 'lost the connection that hears of changes');
    this.directory.forget();
    while (!this.stopping.signal.aborted) {
      await pause(RECONNECT_MILLISECONDS, this.stopping.signal);
      try {
        await this.start();
        return;
      } catch (failure) {
        this.logger.warn({ error: String(failure) }, 'cannot connect yet');
      }
    }
  }
}
