import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Releases1763670000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fmar.trade_release (
        release_id text NOT NULL, trade_id text NOT NULL, buy_order_id text NOT NULL, sell_order_id text NOT NULL,
        buyer_id text NOT NULL, seller_id text NOT NULL, "interval" integer NOT NULL, released_wh bigint NOT NULL,
        cause text NOT NULL, reason text NOT NULL, at timestamptz NOT NULL, trace text NOT NULL,
        PRIMARY KEY (release_id)
      )`);
    await runner.query('CREATE INDEX trade_release_trade ON fmar.trade_release (trade_id)');
    await runner.query('CREATE INDEX trade_release_at ON fmar.trade_release (at, release_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fmar.trade_release');
  }
}
