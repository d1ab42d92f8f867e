import type { Database, Transaction } from '#persistence';
import { Device, GridNode, Participant } from './entities.js';
import type { DeviceRecord, GridNodeRecord, ParticipantRecord, Principal } from './records.js';
import { tokenHash } from './token-secret.js';

/** PostgreSQL channel on which a change of the directory is announced to every process. */
export const DIRECTORY_CHANGED = 'directory_changed';

interface TokenRow {
  readonly id: string;
  readonly participant_id: string;
  readonly device_id: string | null;
}

/**
 * Who takes part and where: participants, devices, grid nodes, and whose a token is. Written by the
 * administration alone, read by every service, remembered until something changes. What is remembered is
 * never more than what is registered: unknown tokens leave no trace.
 */
export class Directory {
  private readonly principals = new Map<string, Principal>();
  private readonly participants = new Map<string, ParticipantRecord>();
  private readonly devices = new Map<string, DeviceRecord>();
  private nodes: Promise<readonly GridNodeRecord[]> | undefined;

  constructor(private readonly database: Database) {}

  /** Whose token this is; undefined for an unknown or a revoked one. */
  async principalOf(token: string): Promise<Principal | undefined> {
    const hash = tokenHash(token);
    const known = this.principals.get(hash);
    if (known) return known;
    const [row] = await this.database.query<TokenRow>(
      'SELECT id, participant_id, device_id FROM directory.token WHERE hash = $1 AND revoked_at IS NULL',
      [hash],
    );
    if (!row) return undefined;
    const participant = await this.participant(row.participant_id);
    const device = row.device_id === null ? undefined : await this.device(row.device_id);
    if (!participant || (row.device_id !== null && !device)) return undefined;
    const principal: Principal = device
      ? { tokenId: row.id, role: 'device', participant, device }
      : { tokenId: row.id, role: participant.role, participant };
    this.principals.set(hash, principal);
    return principal;
  }

  async participant(id: string): Promise<ParticipantRecord | undefined> {
    const known = this.participants.get(id);
    if (known) return known;
    const row = await this.database.dataSource.getRepository(Participant).findOneBy({ id });
    const record = row ? participantRecord(row) : undefined;
    if (record) this.participants.set(id, record);
    return record;
  }

  async device(id: string): Promise<DeviceRecord | undefined> {
    const known = this.devices.get(id);
    if (known) return known;
    const row = await this.database.dataSource.getRepository(Device).findOneBy({ id });
    const record = row ? deviceRecord(row) : undefined;
    if (record) this.devices.set(id, record);
    return record;
  }

  /** Every node of the grid, by path. */
  gridNodes(): Promise<readonly GridNodeRecord[]> {
    this.nodes ??= this.database.dataSource
      .getRepository(GridNode)
      .find({ order: { id: 'ASC' } })
      .then((rows) => rows.map(gridNodeRecord));
    return this.nodes;
  }

  /** Forgets what was remembered: something has changed. */
  forget(): void {
    this.principals.clear();
    this.participants.clear();
    this.devices.clear();
    this.nodes = undefined;
  }

  /** For the administration: tells every process, this one at once, that the directory changes. */
  async announceChange(transaction: Transaction): Promise<void> {
    await transaction.query(`NOTIFY ${DIRECTORY_CHANGED}`);
    transaction.afterCommit(() => this.forget());
  }
}

export function participantRecord(row: Participant): ParticipantRecord {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    signConvention: row.signConvention,
    ...(row.gridNode === null ? {} : { gridNode: row.gridNode }),
    ...(row.contractId === null ? {} : { contractId: row.contractId }),
  };
}

export function deviceRecord(row: Device): DeviceRecord {
  return {
    id: row.id,
    participantId: row.participantId,
    kind: row.kind,
    pollIntervalSeconds: row.pollIntervalSeconds,
    ...(row.gridNode === null ? {} : { gridNode: row.gridNode }),
    ...(row.meterId === null ? {} : { meterId: row.meterId }),
  };
}

export function gridNodeRecord(row: GridNode): GridNodeRecord {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.importCapacityW === null ? {} : { importCapacityW: row.importCapacityW }),
    ...(row.exportCapacityW === null ? {} : { exportCapacityW: row.exportCapacityW }),
    ...(row.transferPrice === null ? {} : { transferPrice: row.transferPrice }),
  };
}
