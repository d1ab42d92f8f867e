import {
  Inject,
  Injectable,
  SetMetadata,
  createParamDecorator,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, unauthorized } from '#problem-details';
import { Directory } from './directory.js';
import type { Principal, Role } from './records.js';

const ACCESS = 'access';

/** Who may call a handler (or all of a controller). A handler that names nobody is closed to all. */
export const Access = (...roles: readonly Role[]): ReturnType<typeof SetMetadata> =>
  SetMetadata(ACCESS, roles);

/** Open to everybody, without a token. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(ACCESS, 'public');

interface AuthenticatedRequest {
  readonly headers: { readonly authorization?: string };
  principal?: Principal;
}

/** The sender of the request. */
export const Sender = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) throw new Error('a handler without access rules asked for its sender');
  return principal;
});

/** Checks the bearer token and the role of every HTTP request; messages between services pass. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<readonly Role[] | 'public' | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('Send the header «Authorization: Bearer <token>».');
    const principal = await this.directory.principalOf(token);
    if (!principal) throw unauthorized('This token is not known, or it was revoked.');
    if (!access?.includes(principal.role)) throw forbidden(`The role ${principal.role} may not do this.`);
    request.principal = principal;
    return true;
  }
}
