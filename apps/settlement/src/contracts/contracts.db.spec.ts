import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrationService } from '../../../administration/src/service.js';
import {
  contractBody,
  startSettlementPlatform,
  type SettlementPlatform,
} from '../testing/settlement-platform.js';

const PATH = '/settlement/v1/contracts';
let platform: SettlementPlatform;

beforeAll(async () => {
  platform = await startSettlementPlatform(administrationService);
  await platform.prosumer('house');
  await platform.prosumer('other');
});
afterAll(() => platform.close());

interface Answer {
  readonly id: string;
  readonly version: number;
}

describe('contracts', () => {
  it('ST-05 get a version for each change, and none for a repetition', async () => {
    const versions = [];
    for (const penaltyPerKwh of ['0.02', '0.02', '0.03'])
      versions.push(
        (await platform.put(`${PATH}/c1`, contractBody('house', { penaltyPerKwh }))).json<Answer>().version,
      );
    expect(versions).toEqual([1, 1, 2]);
    expect(await platform.get(`${PATH}/c1`)).toMatchObject({ id: 'c1', version: 2, penaltyPerKwh: '0.03' });
  });

  it('lists the latest versions, page by page', async () => {
    await platform.put(`${PATH}/c2`, contractBody('other'));
    const first = await platform.request(`${PATH}?limit=1`);
    const rest = await platform.get<Answer[]>(`${PATH}?cursor=${first.headers.get('next-cursor') ?? ''}`);
    expect([...first.json<Answer[]>(), ...rest].map(({ id, version }) => [id, version])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ]);
  });

  it('stay with their participant', async () => {
    expect((await platform.put(`${PATH}/c1`, contractBody('other'))).status).toBe(409);
  });

  it.each([
    ['an unknown participant', { participantId: 'nobody' }, 'participantId'],
    ['an unknown method', { baseline: { method: 'x' } }, 'baseline.method'],
    [
      'an adjustment that there is not',
      { baseline: { method: '10-of-10', adjustment: 'day-of' } },
      'baseline.adjustment',
    ],
    ['shares that are not whole', { shares: { prosumer: '0.5', aggregator: '0', operator: '0' } }, 'shares'],
    ['a price as a number', { penaltyPerKwh: 0.02 }, 'penaltyPerKwh'],
    ['an unknown field', { surprise: 1 }, 'surprise'],
  ])('ST-05 are refused with %s', async (_, change, path) => {
    const answer = await platform.put(`${PATH}/refused`, contractBody('house', change));
    expect(answer.status).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toContain(path);
    expect((await platform.request(`${PATH}/refused`)).status).toBe(404);
  });
});
