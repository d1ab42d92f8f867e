import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { pause } from '#clock';
import type { ClearingProblem } from '#scheduling';
import type { Searched } from './clearing-search.js';
import type { ClearingTask, ThreadAnswer } from './thread-messages.js';

/** No gate takes nearly as long. One that does ends with what it has, says so, and raises an alarm. */
const MOST_SECONDS = 20;
/** A thread that does not end by itself is ended. */
const MOST_MILLISECONDS = 2 * MOST_SECONDS * 1000;

/**
 * Searches in a thread of its own, so that a large gate holds up nobody who asks meanwhile, and so that what was found
 * can be stored while its bound is still sought.
 *
 * ```
 * this thread     | ........................ | check, store trades ....... | store the record, commit
 * clearing thread | search                   | bound           |
 * ```
 */
@Injectable()
export class ClearingThread implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ClearingThread');
  private worker: Worker | undefined;

  /** So that the first gate does not wait for the thread to load its program. */
  onApplicationBootstrap(): void {
    this.worker ??= this.start();
  }

  /** @throws Error if the search fails or its thread ends */
  async search(problem: ClearingProblem): Promise<Searched> {
    const { port1, port2 } = new MessageChannel();
    const worker = (this.worker ??= this.start());
    const ended = new AbortController();
    void pause(MOST_MILLISECONDS, ended.signal).then(async () => {
      if (!ended.signal.aborted) await worker.terminate();
    });
    const end = (): void => {
      ended.abort();
      port1.close();
    };
    try {
      const answers = on(port1, 'message', { close: ['close'] });
      const task: ClearingTask = { problem, mostSeconds: MOST_SECONDS, port: port2 };
      worker.postMessage(task, [port2]);
      const { found, progress } = await next(answers, 'found');
      const proof = next(answers, 'proven').finally(end);
      // Awaited only by who needs it, and then perhaps after it failed.
      proof.catch(() => undefined);
      return { found, progress, proof };
    } catch (error) {
      end();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(fileURLToPath(import.meta.resolve('#clearing-thread')));
    worker.on('error', (error) => this.logger.error(error, 'the clearing thread failed'));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    // Whoever waits for an answer keeps the process alive; the thread alone does not.
    worker.unref();
    return worker;
  }
}

type Answers = ReturnType<typeof on>;

async function next<Kind extends ThreadAnswer['kind']>(
  answers: Answers,
  kind: Kind,
): Promise<Extract<ThreadAnswer, { kind: Kind }>> {
  const { value } = (await answers.next()) as IteratorResult<[ThreadAnswer], undefined>;
  const answer = value?.[0];
  if (answer === undefined) throw new Error('the thread of the search ended without an answer');
  if (answer.kind === 'failed') throw new Error(answer.reason);
  if (answer.kind !== kind) throw new Error(`the thread of the search answered ${answer.kind}, not ${kind}`);
  return answer as Extract<ThreadAnswer, { kind: Kind }>;
}
