import { Entity, PrimaryColumn } from 'typeorm';

/** A service that has run on this database; messages to others wait without holding anybody up. */
@Entity({ schema: 'messaging', name: 'consumer' })
export class Consumer {
  @PrimaryColumn('text')
  service!: string;
}
