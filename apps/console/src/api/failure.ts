import { isFields } from './fields.js';

/** Why something could not be shown, in words for the visitor. */
export class Failure extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    /** The HTTP status; absent when there was no answer or it could not be read. */
    readonly status?: number,
  ) {
    super(`${title}: ${detail}`);
    this.name = 'Failure';
  }

  /** The token is unknown, revoked or not for this page. */
  get refusesToken(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** No answer at all. The page says so once, instead of in every part of it. */
export class Unreachable extends Failure {
  constructor() {
    super('The platform cannot be reached', 'Is it running? This page tries again by itself.');
    this.name = 'Unreachable';
  }
}

/** The failure that an error answer tells of: its problem details (RFC 9457), or its status when it has none. */
export async function failureOf(response: Response, path: string): Promise<Failure> {
  const text = await response.text();
  const problem = problemIn(text);
  return new Failure(
    problem.title ?? `The platform answered with status ${response.status}`,
    problem.detail ?? `The answer to ${path} has no explanation.`,
    response.status,
  );
}

function problemIn(text: string): { title?: string; detail?: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
  if (!isFields(body)) return {};
  const { title, detail } = body;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
  };
}
