import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfiguration } from '#configuration';
import { publicJwk, readPublicKeys, verifyPackage, type PackageOutcome } from '#settlement';
import { administrationService } from '../../../administration/src/service.js';
import { SigningKeys } from './signing-keys.js';
import { Run } from '../runs/run.entity.js';
import { FIRST, startTradedDay, type TradedDay } from '../testing/traded-day.js';

let day: TradedDay;

beforeAll(async () => {
  day = await startTradedDay(administrationService);
});
afterAll(() => day.close());

const packagePath = (runId: string): string => `/settlement/v1/runs/${runId}/evidence-package`;

async function verified(text: string): Promise<PackageOutcome> {
  const keys = readPublicKeys((await day.request('/settlement/v1/keys')).text);
  if (!keys.ok) throw new Error(JSON.stringify(keys.faults));
  return verifyPackage([Buffer.from(text)], keys.value);
}

describe('the evidence package of a run', () => {
  it('ST-06 proves every report of it, also those without contract or readings, in the same bytes each time', async () => {
    const runId = await day.run();
    const answer = await day.request(packagePath(runId));
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect(await verified(answer.text)).toMatchObject({ valid: true, runId, reports: 3 });
    await day.moveTo(day.platform.clock.now() + 60_000);
    await day.readings([['house-meter', FIRST + 1, 300]]);
    expect(await verified((await day.request(packagePath(await day.run()))).text)).toMatchObject({
      valid: true,
    });
    expect((await day.request(packagePath(runId))).text).toBe(answer.text);
  });

  it('ST-06 shows what someone changed behind its back, though the platform signs it', async () => {
    const runId = await day.run();
    await day.platform.database.transaction(async (transaction) => {
      await transaction.query('ALTER TABLE settlement.ledger_entry DISABLE TRIGGER USER');
      await transaction.query(
        `UPDATE settlement.ledger_entry SET amount_micro = amount_micro + 1
         WHERE run_id = $1 AND party = 'house' AND entry = 1`,
        [runId],
      );
      await transaction.query('ALTER TABLE settlement.ledger_entry ENABLE TRIGGER USER');
    });
    const { fault } = await verified((await day.request(packagePath(runId))).text);
    expect(fault).toMatchObject({ path: 'posting.amount', reported: '0.016001', recomputed: '0.016000' });
  });

  it('ST-06 is signed by the key of the settings where there is one; keys of before stay published', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const signingKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const { database, clock } = day.platform;
    const configuration = { ...readConfiguration({}), signingKey };
    const before = await new SigningKeys(database, clock, readConfiguration({})).all();
    const keys = new SigningKeys(database, clock, configuration);
    expect((await keys.current()).keyId).toBe(publicJwk(privateKey).kid);
    const all = (await keys.all()).map(({ keyId, privateKey: kept }) => ({ keyId, isKept: kept !== null }));
    expect(all).toEqual(
      expect.arrayContaining([
        ...before.map(({ keyId }) => ({ keyId, isKept: true })),
        { keyId: publicJwk(privateKey).kid, isKept: false },
      ]),
    );
  });

  it('is for completed runs, and for those who may see everybody', async () => {
    const runId = await day.run();
    expect((await day.as(day.houseToken)(packagePath(runId))).status).toBe(403);
    expect((await day.request(packagePath('none'))).status).toBe(404);
    const { manager } = day.platform.database.dataSource;
    const run = await manager.findOneByOrFail(Run, { runId });
    await manager.insert(Run, Object.assign(run, { runId: 'going', number: 1_000_000, state: 'running' }));
    expect((await day.request(packagePath('going'))).status).toBe(409);
  });
});
