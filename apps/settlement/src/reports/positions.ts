import { instantOf } from '#flexoffer';
import { contractInForce, type RewardFacts } from '#settlement';
import type { ContractVersion } from '../contracts/contract-terms.js';
import type { DeviceDelivery } from '../deliveries/known-deliveries.js';
import { meterOf } from '../metering-points/meter-of.js';
import type { MeteringPoint } from '../metering-points/metering-points.js';

/** What is settled together: a participant's deliveries behind one meter and under one version of a contract. */
export interface Position {
  readonly meterId: string | undefined;
  /** Undefined: no contract was in force. */
  readonly contract: ContractVersion | undefined;
  readonly deliveries: readonly DeviceDelivery[];
  /** Of a delegated contract. */
  readonly rewards?: RewardFacts;
}

/**
 * Sorts a participant's deliveries into positions, by meter and contract. Energy is compared with the baseline of
 * the meter that sees it; two meters are never added up, since one may lie behind the other.
 *
 * @param points of devices
 */
export function positions(
  deliveries: readonly DeviceDelivery[],
  points: ReadonlyMap<string, MeteringPoint>,
  contracts: readonly ContractVersion[],
): Position[] {
  const found = new Map<string, Position & { readonly deliveries: DeviceDelivery[] }>();
  for (const delivery of deliveries) {
    const meterId = meterOf(delivery, points);
    const contract = contractInForce(contracts, instantOf(delivery.interval));
    const key = JSON.stringify([meterId ?? '', contract?.id ?? '', contract?.version ?? 0]);
    const position = found.get(key);
    if (position) position.deliveries.push(delivery);
    else found.set(key, { meterId, contract, deliveries: [delivery] });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, position]) => position);
}
