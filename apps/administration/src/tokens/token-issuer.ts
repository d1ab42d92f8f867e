import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { Token, newToken, tokenHash } from '#directory';
import { derivedId } from '#identifiers';
import type { Transaction } from '#persistence';

/** Whose token it is: a participant's, or one of its devices'. */
export interface TokenOwner {
  readonly participantId: string;
  readonly deviceId?: string;
}

export interface IssuedToken {
  readonly tokenId: string;
  /** Shown once; afterwards nobody knows it but its owner. */
  readonly token: string;
}

@Injectable()
export class TokenIssuer {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** @param token a given one (the first administrator's), otherwise a new one */
  async issue(transaction: Transaction, owner: TokenOwner, token = newToken()): Promise<IssuedToken> {
    const hash = tokenHash(token);
    const tokenId = derivedId('tk', hash);
    await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(Token)
      .values({
        id: tokenId,
        hash,
        participantId: owner.participantId,
        deviceId: owner.deviceId ?? null,
        issuedAt: this.clock.now(),
        revokedAt: null,
      })
      .orIgnore()
      .execute();
    return { tokenId, token };
  }
}
