import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a DOMS sees of its grid; a row for each time that it saw something else. */
@Entity({ schema: 'doms_adapter', name: 'state_variables' })
export class StateVariables {
  @PrimaryColumn('text', { name: 'participant_id' })
  participantId!: string;

  @PrimaryColumn('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  /** As the DOMS wrote it. */
  @Column('jsonb')
  body!: object;
}
