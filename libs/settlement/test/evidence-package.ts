import { generateKeyPairSync } from 'node:crypto';
import {
  CODE_VERSION,
  ledgerEntries,
  publicJwk,
  readPublicKeys,
  settleWithEvidence,
  verifyPackage,
  writePackage,
  type PackageOutcome,
  type PackagedReport,
  type PublicKeys,
  type SettlementFacts,
  type SigningKey,
} from '../src/index.js';
import { CHAIN_START, chainedLine } from '../src/evidence-package/chained-line.js';
import { DELIVERY_DAY, settlementFacts } from './settlement-facts.js';

const PARTIES = { operatorId: 'operator', aggregatorId: 'aggregator' };

/** A key of its own for each test run. */
export function newKey(): { readonly key: SigningKey; readonly keys: PublicKeys; readonly jwks: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicJwk(privateKey);
  const jwks = JSON.stringify({ keys: [jwk] });
  const keys = readPublicKeys(jwks);
  if (!keys.ok) throw new Error(JSON.stringify(keys.faults));
  return { key: { keyId: jwk.kid, privateKey }, keys: keys.value, jwks };
}

/** Facts with few lines: the default schedule needs no days before. */
export function smallFacts(): SettlementFacts {
  const facts = settlementFacts();
  return {
    ...facts,
    contract: { ...facts.contract, baselineMethod: 'default-schedule' },
    readings: facts.readings.filter(({ day }) => day === DELIVERY_DAY),
  };
}

/** As `smallFacts`, of a contract that pays by rewards. */
export function delegatedFacts(): SettlementFacts {
  const facts = smallFacts();
  const prices = { fixedPerMonth: 6_200_000, energyFlexPerKwh: 10_000, timeFlexPerInterval: 2_000 };
  const activation = {
    activationFixed: 100_000,
    activationPerKwh: 50_000,
    activationPerStartInterval: 7_000,
  };
  const [delivery] = facts.deliveries;
  const offer = { flexOfferId: delivery?.flexOfferId ?? '', interval: facts.period.from };
  return {
    ...facts,
    contract: { ...facts.contract, rewards: { ...prices, ...activation } },
    rewards: {
      months: [{ month: '2024-01', days: 1 }],
      offers: [{ ...offer, energyFlexWh: 4500, timeFlexIntervals: 12, startShiftIntervals: 2 }],
    },
  };
}

export function packagedReport(reportId: string, facts: SettlementFacts): PackagedReport {
  const settled = settleWithEvidence(facts);
  if (!settled.ok) throw new Error(JSON.stringify(settled.faults));
  const { report: content, evidence } = settled.value;
  const entries = ledgerEntries(content, PARTIES);
  return {
    reportId,
    version: 1,
    meterId: 'm-7',
    codeVersion: CODE_VERSION,
    ...PARTIES,
    content,
    evidence,
    entries,
  };
}

export async function packageOf(reports: readonly PackagedReport[], key: SigningKey): Promise<Buffer> {
  const run = {
    runId: 'run-1',
    from: '2024-01-14T23:00:00Z',
    to: '2024-01-15T23:00:00Z',
    participantId: null,
    knownAt: '2024-01-16T06:00:00Z',
  };
  const parts: string[] = [];
  for await (const part of writePackage(run, reports, key)) parts.push(part);
  return Buffer.from(parts.join(''));
}

export function verifyBytes(bytes: Buffer, keys: PublicKeys): Promise<PackageOutcome> {
  return verifyPackage([bytes], keys);
}

/** A record of a package, as a forger sees it. */
export type ForgedRecord = Record<string, unknown>;

/** What a forger without the key can do: change records and chain them again. */
export function forged(bytes: Buffer, change: (records: ForgedRecord[]) => ForgedRecord[]): Buffer {
  const lines = bytes.toString().trimEnd().split('\n');
  const records = lines.map((line) => (JSON.parse(line) as { record: ForgedRecord }).record);
  let chain = CHAIN_START;
  const texts = change(records).map((record) => {
    const signed = record['type'] === 'signature' ? { ...record, head: chain } : record;
    const line = chainedLine(chain, signed);
    chain = line.chain;
    return `${line.text}\n`;
  });
  return Buffer.from(texts.join(''));
}
