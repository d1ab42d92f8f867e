import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Clock, repeat } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Problem } from '#problem-details';
import { MeteringPoints } from '../../metering-points/metering-points.js';
import { ReadingIntake, type IntakeCounts } from '../reading-intake.js';
import { fileItems } from './file-items.js';

const LOOK_MILLISECONDS = 2000;

/** What became of a file: what it held, or why nothing of it was taken. */
type Result = IntakeCounts | { readonly reason: string };

/**
 * Takes in the files that somebody puts into a folder:
 *
 * ```
 * folder/january.csv ──▶ every row taken in ──▶ folder/done/january.csv.result.json, then folder/done/january.csv
 *                    └── nothing of it can be taken ──▶ the same in folder/refused/
 * ```
 * A file is taken when it has stopped growing. If the process ends in between, the file is still there and is taken again,
 * which changes nothing that is stored already.
 */
@Injectable()
export class MeterDataFolder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('MeterDataFolder');
  private readonly stopping = new AbortController();
  private looking: Promise<void> = Promise.resolve();
  private repeating: Promise<void> = Promise.resolve();
  /** Size and time of change at the last look. */
  private seen = new Map<string, string>();

  constructor(
    @Inject(ReadingIntake) private readonly intake: ReadingIntake,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    if (this.configuration.meterDataFolder === undefined) return;
    this.repeating = repeat(LOOK_MILLISECONDS, this.stopping.signal, () => this.look());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.repeating;
  }

  /** Takes what has not changed since the last look; one look at a time. What fails is tried again at the next one. */
  look(): Promise<void> {
    const folder = this.configuration.meterDataFolder;
    if (folder === undefined) return this.looking;
    const look = async (): Promise<void> => {
      try {
        for (const name of await this.steadyFiles(folder)) await this.takeFile(folder, name);
      } catch (error) {
        this.logger.error({ folder, error: String(error) });
      }
    };
    this.looking = this.looking.then(look);
    return this.looking;
  }

  private async steadyFiles(folder: string): Promise<string[]> {
    await mkdir(folder, { recursive: true });
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    const states = new Map<string, string>();
    for (const { name } of files) {
      const { size, mtimeMs } = await stat(join(folder, name));
      states.set(name, `${size} ${mtimeMs}`);
    }
    const before = this.seen;
    this.seen = states;
    return [...states].flatMap(([name, state]) => (before.get(name) === state ? name : [])).sort();
  }

  private async takeFile(folder: string, name: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const result = await this.resultOf(join(folder, name));
    this.logger.log({ file: name, ...result });
    const target = join(folder, isRefused(result) ? 'refused' : 'done');
    await mkdir(target, { recursive: true });
    const free = freeName(target, name);
    await writeFile(join(target, `${free}.result.json`), `${JSON.stringify(result, undefined, 2)}\n`);
    await rename(join(folder, name), join(target, free));
  }

  private async resultOf(path: string): Promise<Result> {
    const items = fileItems(path, {
      now: this.clock.now(),
      isKnown: await this.meteringPoints.knownMeters(),
      timeZone: this.configuration.market.timeZone,
      transformerFactor: 1,
    });
    if (typeof items === 'string') return { reason: items };
    try {
      return await this.intake.take(items);
    } catch (error) {
      if (error instanceof Problem) return { reason: error.message };
      throw error;
    }
  }
}

/** Nothing of it was taken. */
const isRefused = (result: Result): boolean =>
  'reason' in result ||
  (result.refusedCount > 0 && result.stored + result.unchanged + result.corrected === 0);

/** The name, or with a number where there was such a file before. */
function freeName(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let number = 2; existsSync(join(folder, free)); number += 1) free = `${stem}-${number}${ext}`;
  return free;
}
