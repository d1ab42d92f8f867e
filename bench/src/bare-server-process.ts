import { fileURLToPath } from 'node:url';
import { ServerProcess } from './server-process.js';

const PROGRAM = fileURLToPath(new URL('./bare-server.js', import.meta.url));

export interface BareServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startBareServer(): Promise<BareServerProcess> {
  const server = new ServerProcess(PROGRAM, [], process.env, ['ignore', 'inherit', 'inherit', 'ipc']);
  const port = await server.firstMessage();
  return { url: `http://127.0.0.1:${String(port)}`, stop: () => server.stop() };
}
