import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Fmar1763670000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ORDERS, ...GATES, ...TRADES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE fmar.alarm, fmar.event, fmar.trade, fmar.committed_change, fmar.clearing, fmar.gate,
         fmar.buy_interval, fmar.order_version, fmar.market_order`,
    );
  }
}

const ORDERS = [
  `CREATE TABLE fmar.market_order (
     order_id text NOT NULL, side text NOT NULL, participant_id text NOT NULL, grid_node text NOT NULL,
     origin text NOT NULL, state text NOT NULL, reason text, offer jsonb, execution text NOT NULL,
     minimum_wh bigint, exclusive_group text, version integer NOT NULL, valid_until timestamptz,
     schedule jsonb, gate_id text, first_interval integer, last_interval integer, content_hash text NOT NULL,
     received_at timestamptz NOT NULL, closed_at timestamptz, trace text NOT NULL, PRIMARY KEY (order_id)
   )`,
  `CREATE TABLE fmar.order_version (
     order_id text NOT NULL, version integer NOT NULL, content jsonb NOT NULL, amended_at timestamptz NOT NULL,
     PRIMARY KEY (order_id, version)
   )`,
  'CREATE INDEX market_order_open ON fmar.market_order (side, order_id) WHERE closed_at IS NULL',
  'CREATE INDEX market_order_received ON fmar.market_order (received_at, order_id)',
  `CREATE TABLE fmar.buy_interval (
     order_id text NOT NULL, "interval" integer NOT NULL, change_wh bigint NOT NULL, price bigint NOT NULL,
     accepted_wh bigint NOT NULL DEFAULT 0, PRIMARY KEY (order_id, "interval")
   )`,
];

const GATES = [
  `CREATE TABLE fmar.gate (
     gate_id text NOT NULL, closed_at timestamptz NOT NULL, state text NOT NULL, buy_orders integer NOT NULL,
     sell_orders integer NOT NULL, trades integer NOT NULL, cleared_wh bigint NOT NULL,
     surplus_micro bigint NOT NULL, bound_micro bigint NOT NULL, currency text NOT NULL, clearing_id text, PRIMARY KEY (gate_id)
   )`,
  'CREATE INDEX gate_closed ON fmar.gate (closed_at)',
  `CREATE TABLE fmar.clearing (
     id text NOT NULL, gate_id text NOT NULL, input json NOT NULL, result json NOT NULL,
     method text NOT NULL, reason text, steps integer, currency text NOT NULL, PRIMARY KEY (id)
   )`,
  `CREATE TABLE fmar.alarm (
     id text NOT NULL, gate_id text NOT NULL, clearing_id text NOT NULL, method text NOT NULL, reason text NOT NULL,
     raised_at timestamptz NOT NULL, PRIMARY KEY (id)
   )`,
  'CREATE INDEX alarm_raised ON fmar.alarm (raised_at, id)',
  `CREATE TABLE fmar.committed_change (
     grid_node text NOT NULL, "interval" integer NOT NULL, change_wh bigint NOT NULL,
     PRIMARY KEY (grid_node, "interval")
   )`,
];

const TRADES = [
  `CREATE TABLE fmar.trade (
     trade_id text NOT NULL, gate_id text NOT NULL, buy_order_id text NOT NULL, sell_order_id text NOT NULL,
     buyer_id text NOT NULL, seller_id text NOT NULL, grid_node text NOT NULL, "interval" integer NOT NULL,
     change_wh bigint NOT NULL, price bigint NOT NULL, transfer_price bigint NOT NULL, currency text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (trade_id)
   )`,
  'CREATE INDEX trade_interval ON fmar.trade ("interval", trade_id)',
  'CREATE INDEX trade_buy_order ON fmar.trade (buy_order_id)',
  `CREATE TABLE fmar.event (
     seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL, kind text NOT NULL, data jsonb,
     concerns text[], trade_id text, PRIMARY KEY (seq)
   )`,
];
