import { concurrently } from '../concurrently.js';
import type { HttpClient } from '../http-client.js';
import { CONNECTIONS } from './connections.js';
import { ROOT, ZONES, feederOfDevice, feeders } from './grid.js';

/** The tokens of those who take part. */
export interface Community {
  readonly admin: string;
  readonly dso: string;
  /** By device number. */
  readonly devices: readonly string[];
}

const PARTIES = [
  { id: 'aggregator', name: 'Aggregator', role: 'aggregator' },
  { id: 'operator', name: 'Market operator', role: 'brp' },
];

/** Creates the grid, and as many prosumers with one device each. */
export async function registerCommunity(
  platform: HttpClient,
  admin: string,
  count: number,
): Promise<Community> {
  const nodes = [
    { id: ROOT, kind: 'zone' },
    ...ZONES.map(({ node }) => ({ id: node, kind: 'substation' })),
    ...feeders().map((id) => ({ id, kind: 'feeder' })),
  ];
  for (const { id, kind } of nodes)
    await platform.send({
      method: 'PUT',
      path: `/admin/v1/grid-nodes/${id}`,
      token: admin,
      json: JSON.stringify({ kind }),
    });
  for (const party of PARTIES) await create(platform, admin, 'participants', party);
  const operator = { id: 'dso', name: 'Distribution system operator', role: 'dso', gridNode: ROOT };
  const dso = await create(platform, admin, 'participants', operator);
  const devices = Array.from({ length: count }, () => '');
  await concurrently(devices.keys(), CONNECTIONS, async (device) => {
    devices[device] = await registerDevice(platform, admin, device);
  });
  return { admin, dso, devices };
}

async function registerDevice(platform: HttpClient, admin: string, device: number): Promise<string> {
  const participantId = `prosumer-${device}`;
  const gridNode = feederOfDevice(device);
  const prosumer = {
    id: participantId,
    name: `Prosumer ${device}`,
    role: 'prosumer',
    gridNode,
    signConvention: 'consumption-positive',
  };
  await create(platform, admin, 'participants', prosumer);
  const ems = { id: `device-${device}`, participantId, kind: 'hems', gridNode };
  return create(platform, admin, 'devices', ems);
}

async function create(
  platform: HttpClient,
  token: string,
  kind: 'participants' | 'devices',
  body: object,
): Promise<string> {
  const call = { method: 'POST', path: `/admin/v1/${kind}`, token, json: JSON.stringify(body) } as const;
  return (await platform.call<{ token: string }>(call)).token;
}
