import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** A server in a process of its own, so that it does not share an event loop with the load that is put on it. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  /** How it ended. */
  private end: string | undefined;
  private readonly endWithUs: () => void;

  constructor(program: string, args: readonly string[], environment: NodeJS.ProcessEnv, stdio: StdioOptions) {
    const flags = process.execArgv;
    this.child = spawn(process.execPath, [...flags, program, ...args], { env: environment, stdio });
    this.endWithUs = () => this.child.kill();
    process.on('exit', this.endWithUs);
    this.ended = new Promise((resolve) => {
      const endedBy = (how: string): void => {
        this.end = how;
        resolve();
      };
      this.child.once('error', (error) => endedBy(error.message));
      this.child.once('exit', (code, signal) => endedBy(signal ?? `exit code ${code}`));
    });
  }

  /** Throws if the process is no longer there. */
  assertRunning(): void {
    if (this.end !== undefined) throw new Error(`a server is gone: ${this.end}`);
  }

  /** The first message that the process sends over its channel. @throws Error if it ends before */
  firstMessage(): Promise<unknown> {
    const end = this.ended.then(() => this.assertRunning());
    return Promise.race([new Promise((resolve) => this.child.once('message', resolve)), end]);
  }

  /** Asks the process to end, and waits until it has. */
  async stop(): Promise<void> {
    this.child.kill();
    await this.ended;
    process.off('exit', this.endWithUs);
  }
}
