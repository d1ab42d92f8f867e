import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a run settles, listed when it begins: so that it knows how far it is, and goes on where it was. */
@Entity({ schema: 'settlement', name: 'run_participant' })
export class RunParticipant {
  @PrimaryColumn('text', { name: 'run_id' })
  runId!: string;

  /** From 1 on, by the participants' ids. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text', { name: 'participant_id' })
  participantId!: string;
}
