import { parseArgs } from 'node:util';
import { elapsedSeconds } from '#clock';
import { demoStart, isoOf } from './calendar/demo-day.js';
import { readCommunity } from './community/community.js';
import { commandLineVerifier } from './driver/command-line-verifier.js';
import { Doms } from './doms/doms.js';
import { runDemoDay } from './driver/run-demo-day.js';
import { tableOf } from './driver/table.js';

const USAGE = `Replays the demo day against a running platform.

  --platform URL    default http://127.0.0.1:3000
  --doms-port PORT  where the scripted DOMS listens, the platform's DOMS_URL; default 3090
  --state DIR       what the devices remember between two starts; default data/demo
  --evidence DIR    where the evidence package of the day is written; default data/demo-evidence
  --quarters N      only the first N quarter-hours of the day
  --every N         only every Nth prosumer
  --json            one line of JSON at the end, and nothing else on the output

ATP_ADMIN_TOKEN holds the administrator's token. The platform's clock must be simulated and start at
${isoOf(demoStart())}.`;

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: 'http://127.0.0.1:3000' },
    'doms-port': { type: 'string', default: '3090' },
    state: { type: 'string', default: 'data/demo' },
    evidence: { type: 'string', default: 'data/demo-evidence' },
    quarters: { type: 'string' },
    every: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(`${USAGE}\n`);
else await replay(process.env['ATP_ADMIN_TOKEN']);

async function replay(adminToken: string | undefined): Promise<void> {
  if (adminToken === undefined) throw new Error('ATP_ADMIN_TOKEN must be set');
  const community = readCommunity(Number(values.every));
  const doms = new Doms(community, values.state);
  await doms.listen(Number(values['doms-port']));
  try {
    const summary = await runDemoDay({
      baseUrl: values.platform,
      adminToken,
      stateDirectory: values.state,
      community,
      doms,
      onProgress: (line) => process.stderr.write(`${line}\n`),
      evidenceDirectory: values.evidence,
      verifier: commandLineVerifier,
      elapsedSeconds,
      ...(values.quarters === undefined ? {} : { quarters: Number(values.quarters) }),
    });
    process.stdout.write(`${values.json ? JSON.stringify(summary) : tableOf(summary)}\n`);
  } finally {
    await doms.close();
  }
}
