import type { Community } from '../community/community.js';
import { PARTIES, contractOf, type Baseline } from '../community/parties.js';
import type { Prosumer } from '../community/prosumer.js';
import { CreatedAnswer, TokenAnswer } from '../platform/answers.js';
import type { Platform } from '../platform/platform.js';
import { concurrently } from './concurrently.js';

export const CONNECTIONS = 32;
const POLL_INTERVAL_SECONDS = 900;

/**
 * Creates the grid, the participants, their devices and their contracts. What exists already stays as it is, so a
 * registration that was interrupted may be repeated.
 */
export async function registerCommunity(
  platform: Platform,
  token: string,
  community: Community,
): Promise<void> {
  for (const { id, ...node } of community.gridNodes)
    await platform.send({ method: 'PUT', path: `/admin/v1/grid-nodes/${id}`, token, body: node });
  for (const party of PARTIES) await create(platform, token, 'participants', party);
  await concurrently(prosumersOf(community), CONNECTIONS, (member) =>
    registerProsumer(platform, token, member),
  );
}

/** A token for each device, by device id: those of the registration are not kept, so that none is ever on disk. */
export async function deviceTokens(
  platform: Platform,
  token: string,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  await concurrently(deviceIds, CONNECTIONS, async (deviceId) => {
    const call = { method: 'POST', path: '/admin/v1/tokens', token, body: { deviceId } } as const;
    tokens.set(deviceId, (await platform.call(call, TokenAnswer)).token);
  });
  return tokens;
}

interface Member {
  readonly prosumer: Prosumer;
  readonly baseline: Baseline;
}

function prosumersOf({ sites, chargers }: Community): Member[] {
  return [
    ...sites.map(({ prosumer }): Member => ({ prosumer, baseline: 'mid-8-of-10' })),
    ...chargers.map(({ prosumer }): Member => ({ prosumer, baseline: 'default-schedule' })),
  ];
}

async function registerProsumer(platform: Platform, token: string, member: Member): Promise<void> {
  const { participantId, name, gridNode, contractId, signConvention, ...device } = member.prosumer;
  await create(platform, token, 'participants', {
    id: participantId,
    name,
    role: 'prosumer',
    gridNode,
    contractId,
    signConvention,
  });
  await create(platform, token, 'devices', {
    id: device.deviceId,
    participantId,
    kind: device.deviceKind,
    gridNode,
    meterId: device.meterId,
    pollIntervalSeconds: POLL_INTERVAL_SECONDS,
  });
  const contract = contractOf(participantId, member.baseline);
  await platform.send({
    method: 'PUT',
    path: `/settlement/v1/contracts/${contractId}`,
    token,
    body: contract,
  });
}

async function create(
  platform: Platform,
  token: string,
  kind: 'participants' | 'devices',
  body: { readonly id: string } & Readonly<Record<string, unknown>>,
): Promise<void> {
  await platform.call({ method: 'POST', path: `/admin/v1/${kind}`, token, body }, CreatedAnswer);
}
