// The program of the clearing thread: one problem after the other.
import { parentPort } from 'node:worker_threads';
import { elapsedSeconds } from '#clock';
import { clearUnproven } from '#scheduling';
import { SearchWatch } from './search-watch.js';
import type { ClearingTask, ThreadAnswer } from './thread-messages.js';

parentPort?.on('message', ({ problem, mostSeconds, port }: ClearingTask) => {
  const answer = (message: ThreadAnswer): void => {
    port.postMessage(message);
  };
  const begun = elapsedSeconds();
  const watch = new SearchWatch(() => elapsedSeconds() - begun > mostSeconds);
  try {
    const { found, prove } = clearUnproven(problem, watch.isOver);
    answer({ kind: 'found', found, progress: watch.progress() });
    const boundMicro = prove();
    answer({ kind: 'proven', boundMicro, progress: watch.progress() });
  } catch (error) {
    answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});
