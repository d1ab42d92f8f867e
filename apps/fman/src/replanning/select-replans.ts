import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Principal } from '#directory';
import type { InstantRange, PageRequest } from '#paging';
import type { Database } from '#persistence';
import { onlyOwner } from '../flexoffers/only-owner.js';
import { StoredReplanMember } from './replan-member.entity.js';
import { StoredReplan } from './replan.entity.js';

export interface ReplanSelection {
  readonly flexOfferId: string | undefined;
  readonly range: InstantRange;
  readonly page: PageRequest;
}

const HAS_MEMBER = 'EXISTS (SELECT FROM fman.replan_member member WHERE member.replan_id = replan.id AND';

/** One re-plan more than the page has, by time and id; of those that the sender may see. */
export function selectReplans(
  database: Database,
  sender: Principal,
  { flexOfferId, range: { from, to }, page }: ReplanSelection,
): Promise<StoredReplan[]> {
  const query = database.dataSource.getRepository(StoredReplan).createQueryBuilder('replan');
  if (flexOfferId !== undefined)
    query.andWhere(
      `(replan.flexOfferId = :flexOfferId OR ${HAS_MEMBER} member.flexoffer_id = :flexOfferId))`,
      { flexOfferId },
    );
  restrictTo(query, sender);
  if (from !== undefined) query.andWhere('replan.at >= :from', { from: new Date(from) });
  if (to !== undefined) query.andWhere('replan.at < :to', { to: new Date(to) });
  const [, at, id] = /^(\d{1,15}) (.+)$/.exec(page.after ?? '') ?? [];
  if (at !== undefined && id !== undefined)
    query.andWhere(
      new Brackets((after) =>
        after
          .where('replan.at > :at', { at: new Date(Number(at)) })
          .orWhere('replan.at = :at AND replan.id > :id', { id }),
      ),
    );
  return query
    .orderBy('replan.at')
    .addOrderBy('replan.id')
    .take(page.limit + 1)
    .getMany();
}

/** A prosumer sees what concerns its offers, a grid operator what concerns its trades, the others everything. */
function restrictTo(query: SelectQueryBuilder<StoredReplan>, sender: Principal): void {
  const owner = onlyOwner(sender);
  if (owner !== undefined)
    query.andWhere(`(replan.participantId = :owner OR ${HAS_MEMBER} member.participant_id = :owner))`, {
      owner,
    });
  if (sender.role === 'dso')
    query.andWhere('replan.trades @> :bought', {
      bought: JSON.stringify([{ buyerId: sender.participant.id }]),
    });
}

/** The members of re-plans that the sender may see, by offer id. */
export async function selectReplanMembers(
  database: Database,
  sender: Principal,
  replanIds: readonly string[],
): Promise<StoredReplanMember[]> {
  if (sender.role === 'dso') return [];
  const owner = onlyOwner(sender);
  const query = database.dataSource
    .getRepository(StoredReplanMember)
    .createQueryBuilder('member')
    .where('member.replanId = ANY(:replanIds)', { replanIds });
  if (owner !== undefined) query.andWhere('member.participantId = :owner', { owner });
  return query.orderBy('member.flexOfferId').getMany();
}
