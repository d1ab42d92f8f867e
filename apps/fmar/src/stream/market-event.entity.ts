import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type MarketEventKind = 'gate' | 'trade' | 'order' | 'alarm' | 'release';

/** Something that happened in the market, in the order in which it became durable. */
@Entity({ schema: 'fmar', name: 'event' })
export class MarketEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq!: string;

  @Column('text')
  kind!: MarketEventKind;

  /** Null for a trade, which is told as it is kept. */
  @Column('jsonb', { nullable: true })
  data!: object | null;

  /** The participants that it is about; null: everybody, or those of the trade. */
  @Column('text', { array: true, nullable: true })
  concerns!: readonly string[] | null;

  @Column('text', { name: 'trade_id', nullable: true })
  tradeId!: string | null;
}
