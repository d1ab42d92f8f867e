import { instantOf } from '#flexoffer';
import { contractInForce, rewardedMonths, type OfferedFlexibility, type RewardFacts } from '#settlement';
import type { ContractVersion } from '../contracts/contract-terms.js';
import type { IntervalRange } from '../interval-range/interval-range.js';
import type { MeteringPoint } from '../metering-points/metering-points.js';
import type { Position } from '../reports/positions.js';
import type { ProvidedFlexibility } from './provided-flexibility.entity.js';

/** What is known about a participant's rewards. */
export interface KnownRewards {
  readonly contracts: readonly ContractVersion[];
  /** Those that count in the period. */
  readonly offers: readonly ProvidedFlexibility[];
  /** Of devices. */
  readonly points: ReadonlyMap<string, MeteringPoint>;
  readonly period: IntervalRange;
  readonly zone: string;
}

/**
 * Adds rewards to positions, one set for each delegated version of a contract with days or offers in the period. The
 * months are with its first position, each offer with the position of its meter, or else the first; where a version
 * has none, since nothing was sold, one is added.
 */
export function rewardedPositions(positions: readonly Position[], known: KnownRewards): Position[] {
  const rewarded = new Map<Position, RewardFacts>();
  const added: Position[] = [];
  for (const contract of known.contracts.filter(({ rewards }) => rewards !== undefined)) {
    const own = positions.filter((position) => isVersion(position.contract, contract));
    const months = rewardedMonths(known.period, known.zone, (interval) =>
      isInForce(contract, known, interval),
    );
    const offers = known.offers.filter(({ interval }) => isInForce(contract, known, interval));
    const [first = { meterId: undefined, contract, deliveries: [] }] = own;
    if (own.length === 0) added.push(...(months.length + offers.length > 0 ? [first] : []));
    const others = own.slice(1);
    const placeOf = ({ deviceId }: ProvidedFlexibility): Position => {
      const meterId = deviceId === null ? undefined : known.points.get(deviceId)?.meterId;
      return others.find((position) => position.meterId === meterId) ?? first;
    };
    for (const position of [first, ...others]) {
      const here = offers.filter((offer) => placeOf(offer) === position).map(flexibilityOf);
      rewarded.set(position, { months: position === first ? months : [], offers: here });
    }
  }
  return [...positions, ...added].map((position) => {
    const rewards = rewarded.get(position);
    return rewards ? { ...position, rewards } : position;
  });
}

function isInForce(contract: ContractVersion, { contracts }: KnownRewards, interval: number): boolean {
  return isVersion(contractInForce(contracts, instantOf(interval)), contract);
}

function isVersion(one: ContractVersion | undefined, other: ContractVersion): boolean {
  return one?.id === other.id && one.version === other.version;
}

function flexibilityOf(offer: ProvidedFlexibility): OfferedFlexibility {
  const { flexOfferId, interval, energyFlexWh, timeFlexIntervals, startShiftIntervals } = offer;
  return { flexOfferId, interval, energyFlexWh, timeFlexIntervals, startShiftIntervals };
}
