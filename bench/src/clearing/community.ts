import type { HttpClient } from '../http-client.js';

export const ROOT = 'gate';
export const zoneOf = (zone: number): string => `${ROOT}.z${String(zone).padStart(3, '0')}`;

/** The operator of the grid, the aggregator, and one owner of offers in each zone. */
export async function registerZones(client: HttpClient, admin: string, zones: number): Promise<string> {
  const create = async (body: object): Promise<string> => {
    const json = JSON.stringify(body);
    const call = { method: 'POST', path: '/admin/v1/participants', token: admin, json } as const;
    return (await client.call<{ token: string }>(call)).token;
  };
  const node = (id: string): Promise<void> =>
    client.send({
      method: 'PUT',
      path: `/admin/v1/grid-nodes/${id}`,
      token: admin,
      json: JSON.stringify({ kind: 'zone' }),
    });
  await node(ROOT);
  await create({ id: 'aggregator', name: 'Aggregator', role: 'aggregator' });
  await create({ id: 'operator', name: 'Market operator', role: 'brp' });
  for (let zone = 0; zone < zones; zone += 1) {
    await node(zoneOf(zone));
    await create({
      id: ownerOf(zone),
      name: `Community ${zone}`,
      role: 'prosumer',
      gridNode: zoneOf(zone),
      signConvention: 'consumption-positive',
    });
    const device = { id: deviceOf(zone), participantId: ownerOf(zone), kind: 'hems', gridNode: zoneOf(zone) };
    await client.send({
      method: 'POST',
      path: '/admin/v1/devices',
      token: admin,
      json: JSON.stringify(device),
    });
  }
  return create({ id: 'dso', name: 'Distribution system operator', role: 'dso', gridNode: ROOT });
}

export const ownerOf = (zone: number): string => `community-${zone}`;
/** All offers of a zone come from one device: what is measured knows no limit of offers a device. */
export const deviceOf = (zone: number): string => `device-${zone}`;
