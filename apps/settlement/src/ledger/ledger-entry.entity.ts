import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One side of a payment; the entries of a payment sum to 0. */
@Entity({ schema: 'settlement', name: 'ledger_entry' })
@Index('ledger_entry_run', ['runId', 'party'])
export class LedgerEntry {
  @PrimaryColumn('text', { name: 'report_id' })
  reportId!: string;

  /** Numbers the entries of a report from 0. */
  @PrimaryColumn('integer')
  entry!: number;

  @Column('text', { name: 'run_id' })
  runId!: string;

  /** Names the payment: what for, and for which delivery. */
  @Column('text')
  payment!: string;

  /** Null: a reward or the tax, which are not for one. */
  @Column('text', { name: 'trade_id', nullable: true })
  tradeId!: string | null;

  @Column('text')
  kind!: 'energy' | 'transfer' | 'penalty' | 'reward' | 'tax';

  @Column('text')
  party!: string;

  /** Millionths of the currency as PostgreSQL writes a bigint; positive is received. */
  @Column('bigint', { name: 'amount_micro' })
  amountMicro!: string;
}
