import type { Instant, IntervalIndex } from '#flexoffer';
import { InstantColumn } from '#persistence';
import type { VerifiableReport } from '#settlement';
import type { StoredSummary } from './report-summary.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A settlement report as it was made; it never changes. */
@Entity({ schema: 'settlement', name: 'report' })
@Index('report_run', ['runId', 'reportId'])
@Index('report_participant', ['participantId', 'from', 'to'])
export class Report {
  @PrimaryColumn('text', { name: 'report_id' })
  reportId!: string;

  @Column('text', { name: 'run_id' })
  runId!: string;

  /** Counts the reports of a participant and a period, from 1. */
  @Column('integer')
  version!: number;

  @Column('text', { name: 'participant_id' })
  participantId!: string;

  @Column('text', { name: 'meter_id', nullable: true })
  meterId!: string | null;

  /** Where the meter is. */
  @Column('text')
  zone!: string;

  @Column('integer', { name: 'period_from' })
  from!: IntervalIndex;

  @Column('integer', { name: 'period_to' })
  to!: IntervalIndex;

  @InstantColumn({ name: 'known_at' })
  knownAt!: Instant;

  /** What lists show. */
  @Column('jsonb')
  summary!: StoredSummary;

  @Column('jsonb')
  content!: VerifiableReport;

  /** Canonical JSON (RFC 8785), kept as text: its bytes are what the hash is of. */
  @Column('text')
  evidence!: string;

  @Column('text', { name: 'evidence_hash' })
  evidenceHash!: string;

  /** The code that made it. */
  @Column('text', { name: 'code_version' })
  codeVersion!: string;

  /** Who the operator was in the ledger. */
  @Column('text', { name: 'operator_id' })
  operatorId!: string;

  /** Who the aggregator was in the ledger. */
  @Column('text', { name: 'aggregator_id' })
  aggregatorId!: string;
}
