import type { LoggerService } from '@nestjs/common';
import { pino, destination, type Logger } from 'pino';
import { currentTrace } from './trace.js';

/**
 * Nest's logger on pino: one JSON object a line on standard error, each with the trace id. Standard output
 * stays free for what a command answers.
 */
export class StructuredLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino(
      { level, mixin: () => ({ trace: currentTrace() }), timestamp: pino.stdTimeFunctions.isoTime },
      destination({ dest: 2, sync: false }),
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context (the class that logs) as the last argument, and a stack before it. */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const details = rest.slice(0, -1);
    const fields = {
      context,
      ...(details.length > 0 ? { details } : {}),
      ...(typeof message === 'object' && message !== null ? message : {}),
    };
    this.pino[level](fields, typeof message === 'string' ? message : undefined);
  }
}
