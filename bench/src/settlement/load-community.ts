import pg from 'pg';
import { formatInstant, instantOf } from '#flexoffer';
import { EVENT_QUARTERS_OF_MONTH, ORDERED_WH, RUN_AT } from './community.js';

/** Homes that share a trade, as the members of an aggregate do. */
const MEMBERS = 100;

const CONTRACT = {
  kind: 'direct',
  currency: 'EUR',
  validFrom: '2026-01-01T00:00:00Z',
  baseline: { method: '10-of-10-adjusted' },
  penaltyPerKwh: '0.02',
  shares: { prosumer: '0.80', aggregator: '0.15', operator: '0.05' },
};

/**
 * Puts in what other services would have told the settlement: homes with a device and a meter each, contracts, trades
 * and each home's part of them. Straight into its tables: how messages arrive is no part of what is measured.
 */
export async function loadCommunity(databaseUrl: string, homes: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO directory.participant (id, name, role, grid_node, sign_convention)
       SELECT 'home-' || n, 'Home ' || n, 'prosumer', 'lu.north.f' || n % 50, 'consumption-positive'
       FROM generate_series(0, $1::integer - 1) n`,
      [homes],
    );
    await client.query(
      `INSERT INTO directory.device (id, participant_id, kind, meter_id, poll_interval_seconds)
       SELECT 'device-' || n, 'home-' || n, 'hems', 'meter-' || n, 60 FROM generate_series(0, $1::integer - 1) n`,
      [homes],
    );
    await client.query(
      `INSERT INTO settlement.contract_version (contract_id, version, participant_id, content, known_at)
       SELECT 'contract-' || n, 1, 'home-' || n, $2::jsonb || jsonb_build_object('participantId', 'home-' || n), $3
       FROM generate_series(0, $1::integer - 1) n`,
      [homes, JSON.stringify(CONTRACT), formatInstant(RUN_AT - 86_400_000)],
    );
    for (const { interval, tradedAt } of EVENT_QUARTERS_OF_MONTH)
      await loadTrades(client, homes, interval, tradedAt);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** One quarter-hour's trades, each with the parts of its members. */
async function loadTrades(
  client: pg.Client,
  homes: number,
  interval: number,
  tradedAt: number,
): Promise<void> {
  await client.query(
    `INSERT INTO settlement.trade (trade_id, buyer_id, seller_id, grid_node, interval, change_wh, released_wh, price,
       transfer_price, currency, traded_at)
     SELECT 'trade-' || $2::integer || '-' || n / $4::integer, 'dso', 'aggregator', 'lu.north', $2::integer, count(*) * $3::integer, 0, 120000, 10000,
       'EUR', $5 FROM generate_series(0, $1::integer - 1) n GROUP BY n / $4::integer`,
    [homes, interval, ORDERED_WH, MEMBERS, formatInstant(instantOf(tradedAt))],
  );
  await client.query(
    `INSERT INTO settlement.delivery (trade_id, flexoffer_id, interval, version, participant_id, device_id,
       ordered_wh, default_wh, scheduled_wh, known_at)
     SELECT 'trade-' || $2::integer || '-' || n / $4::integer, 'offer-' || n || '-' || $2::integer / 96, $2::integer, 1, 'home-' || n, 'device-' || n,
       $3::integer, 200, 200 - $3::integer, $5 FROM generate_series(0, $1::integer - 1) n`,
    [homes, interval, ORDERED_WH, MEMBERS, formatInstant(instantOf(tradedAt))],
  );
}
