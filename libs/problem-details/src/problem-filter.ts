import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { currentTrace } from '#observability';
import { throwError, type Observable } from 'rxjs';
import { Problem, badRequest, notFound, type ProblemDetails } from './problem.js';

interface Reply {
  readonly sent: boolean;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): void;
}

/** The one door through which errors leave: as problem details over HTTP, unchanged to a message transport. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() !== 'http') return throwError(() => error);
    const reply = host.switchToHttp().getResponse<Reply>();
    const body = this.describe(error);
    if (!reply.sent)
      reply
        .status(body.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(body));
    return undefined;
  }

  private describe(error: unknown): ProblemDetails {
    if (error instanceof Problem) return error.toBody();
    const known = fromFramework(error);
    if (known) return known.toBody();
    const reference = currentTrace();
    this.logger.error({ reference, error: error instanceof Error ? error.stack : String(error) });
    const detail = 'The platform could not answer. Nothing of this request was stored; it may be sent again.';
    return { ...new Problem(500, 'Internal error', detail).toBody(), reference };
  }
}

/** Errors that Nest and Fastify raise before or instead of our own code. */
function fromFramework(error: unknown): Problem | undefined {
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return notFound('resource at this address');
    if (status === 400) return badRequest([{ path: '', message: error.message }]);
    return new Problem(status, titleOf(status), error.message);
  }
  if (isUnstorableText(error))
    return badRequest([{ path: '', message: 'has a text with a character that no text may have (NUL)' }]);
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  if (error.statusCode >= 500) return undefined;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem(413, 'Body too large', 'The body is larger than this endpoint accepts.');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem(
      415,
      'Unsupported media type',
      'The content type is not one that this endpoint reads.',
    );
  if (error.statusCode === 400) return badRequest([{ path: '', message: 'is not well-formed JSON' }]);
  return new Problem(error.statusCode, titleOf(error.statusCode), error.message);
}

/** PostgreSQL's character_not_in_repertoire and untranslatable_character: texts cannot hold U+0000. */
function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05');
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Body too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  503: 'Not ready',
};

const titleOf = (status: number): string => TITLES[status] ?? 'Error';
