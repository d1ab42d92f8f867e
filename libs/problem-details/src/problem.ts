import type { Fault } from '#flexoffer';

/** The body of an error answer (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What is wrong with the input, where it is about input. */
  readonly errors?: readonly Fault[];
  /** Also in the log, for errors that are not the sender's. */
  readonly reference?: string;
}

/** Thrown at the HTTP edge, where the only way to answer with an error is to throw. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors?: readonly Fault[],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  toBody(): ProblemDetails {
    const type = `urn:flexoffer-atp:problem:${this.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
    return {
      type,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(this.errors ? { errors: this.errors } : {}),
    };
  }
}

/** The input breaks rules; each fault names its field. */
export const badRequest = (errors: readonly Fault[]): Problem =>
  new Problem(400, 'Bad request', faultsInWords(errors), errors);

export const unauthorized = (detail: string): Problem => new Problem(401, 'Unauthorized', detail);

export const forbidden = (detail: string): Problem => new Problem(403, 'Forbidden', detail);

export const notFound = (what: string): Problem => new Problem(404, 'Not found', `There is no ${what}.`);

/** The same id came before with another content, or the thing can no longer be changed. */
export const conflict = (detail: string): Problem => new Problem(409, 'Conflict', detail);

function faultsInWords(errors: readonly Fault[]): string {
  const [first, ...others] = errors;
  if (!first) return 'The request breaks a rule.';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${first.path === '' ? 'body' : first.path}: ${first.message}${more}`;
}
