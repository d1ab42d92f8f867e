import { Inject, Injectable } from '@nestjs/common';
import type { PageRequest } from '#paging';
import { Database } from '#persistence';
import { RequestRow } from './request.entity.js';

/** Reads the requests. */
@Injectable()
export class RequestList {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param participantId whose request; absent: of several operators' with this id the first by operator */
  async find(requestId: string, participantId: string | undefined): Promise<RequestRow | undefined> {
    const [row] = await this.database.dataSource.getRepository(RequestRow).find({
      where: { requestId, ...(participantId === undefined ? {} : { participantId }) },
      order: { participantId: 'ASC' },
      take: 1,
    });
    return row;
  }

  /** As they came; one more than the page holds, so that it shows whether more follow. */
  async list(participantId: string | undefined, page: PageRequest): Promise<readonly RequestRow[]> {
    const query = this.database.dataSource
      .getRepository(RequestRow)
      .createQueryBuilder('r')
      .orderBy('r.receivedAt')
      .addOrderBy('r.participantId')
      .addOrderBy('r.requestId')
      .take(page.limit + 1);
    if (participantId !== undefined) query.andWhere('r.participantId = :participantId', { participantId });
    const [, at, participant, requestId] = /^(\d{1,15}) (\S+) (.+)$/.exec(page.after ?? '') ?? [];
    if (requestId !== undefined)
      query.andWhere('(r.receivedAt, r.participantId, r.requestId) > (:at, :participant, :requestId)', {
        at: new Date(Number(at)),
        participant,
        requestId,
      });
    return query.getMany();
  }

  /** The place in the list behind `row`, for the next page. */
  positionAfter({ receivedAt, participantId, requestId }: RequestRow): string {
    return `${receivedAt} ${participantId} ${requestId}`;
  }
}
