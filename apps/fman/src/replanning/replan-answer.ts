import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Principal } from '#directory';
import { formatInstant, instantOf, kwhOfWh, writeSchedule, type WireSchedule } from '#flexoffer';
import { onlyOwner } from '../flexoffers/only-owner.js';
import type { StoredReplanMember } from './replan-member.entity.js';
import type { ReplannedTrade, StoredReplan } from './replan.entity.js';

class ReplannedTradeAnswer {
  @ApiProperty() tradeId!: string;
  @ApiProperty() buyerId!: string;
  @ApiProperty() intervalStart!: string;
  @ApiProperty({
    description: 'What the member that left still owed, or all members together; in the sign of the trade',
  })
  orderedKwh!: number;
  @ApiPropertyOptional({ description: 'What other members do in the place of the one that left' })
  takenOverKwh?: number;
  @ApiPropertyOptional({ description: 'What nobody could take over: its owner settles it as not delivered' })
  restKwh?: number;
  @ApiPropertyOptional({ description: 'What is neither owed nor paid any more' })
  releasedKwh?: number;
}

class ReplannedMemberAnswer {
  @ApiProperty() flexOfferId!: string;
  @ApiProperty() scheduleId!: string;
  @ApiProperty({ description: 'The schedule that it replaces' })
  updateOf!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  before!: WireSchedule;
  @ApiProperty({ type: 'object', additionalProperties: true })
  after!: WireSchedule;
}

/** What was re-planned, as far as the reader may see it. */
export class ReplanAnswer {
  @ApiProperty() replanId!: string;
  @ApiProperty() aggregateId!: string;
  @ApiProperty({ enum: ['canceled', 'failing', 'released'] })
  cause!: string;
  @ApiPropertyOptional({ description: 'The member that left its schedule; only for those who may see it' })
  flexOfferId?: string;
  @ApiPropertyOptional() reason?: string;
  @ApiPropertyOptional() toldBy?: string;
  @ApiProperty() at!: string;
  @ApiProperty({ description: 'Nothing before this instant was changed' })
  fromTime!: string;
  @ApiProperty({ type: [ReplannedTradeAnswer] })
  trades!: readonly ReplannedTradeAnswer[];
  @ApiProperty({ type: [ReplannedMemberAnswer] })
  members!: readonly ReplannedMemberAnswer[];
  @ApiProperty() traceId!: string;
}

/** @param members those of the re-plan that the reader may see */
export function replanAnswer(
  replan: StoredReplan,
  members: readonly StoredReplanMember[],
  sender: Principal,
): ReplanAnswer {
  const sign = sender.participant.signConvention;
  const { flexOfferId, reason, toldBy } = replan;
  return {
    replanId: replan.id,
    aggregateId: replan.aggregateId,
    cause: replan.cause,
    ...(seesLeaving(replan, sender)
      ? { ...(flexOfferId === null ? {} : { flexOfferId }), reason, toldBy }
      : {}),
    at: formatInstant(replan.at),
    fromTime: formatInstant(instantOf(replan.fromInterval)),
    trades: tradesFor(replan, sender).map(tradeAnswer),
    members: members.map((member) => ({
      flexOfferId: member.flexOfferId,
      scheduleId: member.scheduleId,
      updateOf: member.updateOf,
      before: writeSchedule(member.before, { sign }),
      after: writeSchedule(member.after, { sign }),
    })),
    traceId: replan.trace,
  };
}

/** Neighbours and grid operators need not know whose device it was; a release is nobody's. */
function seesLeaving({ participantId }: StoredReplan, sender: Principal): boolean {
  const owner = onlyOwner(sender);
  return (
    participantId === null || (sender.role !== 'dso' && (owner === undefined || owner === participantId))
  );
}

function tradesFor(replan: StoredReplan, sender: Principal): readonly ReplannedTrade[] {
  if (sender.role === 'dso') return replan.trades.filter(({ buyerId }) => buyerId === sender.participant.id);
  return seesLeaving(replan, sender) ? replan.trades : [];
}

function tradeAnswer({
  tradeId,
  buyerId,
  interval,
  orderedWh,
  takenOverWh,
  releasedWh,
}: ReplannedTrade): ReplannedTradeAnswer {
  const rest = { takenOverKwh: kwhOfWh(takenOverWh), restKwh: kwhOfWh(orderedWh - takenOverWh) };
  return {
    tradeId,
    buyerId,
    intervalStart: formatInstant(instantOf(interval)),
    orderedKwh: kwhOfWh(orderedWh),
    ...(releasedWh === undefined ? rest : { releasedKwh: kwhOfWh(releasedWh) }),
  };
}
