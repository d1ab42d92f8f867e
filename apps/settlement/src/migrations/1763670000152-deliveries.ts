import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deliveries1763670000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement.trade (
        trade_id text NOT NULL, buyer_id text NOT NULL, seller_id text NOT NULL, grid_node text NOT NULL,
        interval integer NOT NULL, change_wh bigint NOT NULL,
        released_wh bigint NOT NULL DEFAULT 0, price bigint NOT NULL,
        transfer_price bigint NOT NULL, currency text NOT NULL,
        traded_at timestamptz NOT NULL, PRIMARY KEY (trade_id)
      )`);
    await runner.query('CREATE INDEX trade_interval ON settlement.trade (interval)');
    await runner.query(`
      CREATE TABLE settlement.delivery (
        trade_id text NOT NULL, flexoffer_id text NOT NULL, interval integer NOT NULL,
        participant_id text NOT NULL, device_id text, ordered_wh bigint NOT NULL, default_wh bigint NOT NULL,
        scheduled_wh bigint NOT NULL, version integer NOT NULL,
        PRIMARY KEY (trade_id, flexoffer_id, interval, version)
      )`);
    await runner.query('CREATE INDEX delivery_participant ON settlement.delivery (participant_id, interval)');
    await runner.query('CREATE INDEX delivery_interval ON settlement.delivery (interval)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settlement.delivery, settlement.trade');
  }
}
