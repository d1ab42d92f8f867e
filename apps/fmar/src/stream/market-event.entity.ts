import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type MarketEventKind = 'gate' | 'trade' | 'order' | 'alarm' | 'release';

/** Something that happened in the market, in the order in which it became durable. */
@Entity({ schema: 'fmar', name: 'event' })
export class MarketEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq!: string;

  @Column('text')
  kind!: MarketEventKind;

  @Column('jsonb')
  data!: object;

  /** The participants that it is about; null: everybody. */
  @Column('text', { array: true, nullable: true })
  concerns!: readonly string[] | null;
}
