import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Device, Directory } from '#directory';
import type { WattHours } from '#flexoffer';
import { Database } from '#persistence';
import { notFound } from '#problem-details';

/** What a connection of unknown capacity is taken to carry: more than any that settles by the quarter-hour. */
const MOST_W = 100_000_000;

/** Wh in an hour that a connection can carry. */
export interface MostWhPerHour {
  readonly import: WattHours;
  readonly export: WattHours;
}

/** Which meter measures whom: a device names its meter, and its owner may read it. */
@Injectable()
export class MeteringPoints {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** The meter that sees a device; undefined for an unknown device or one without a meter. */
  async meterOf(deviceId: string | undefined): Promise<string | undefined> {
    return deviceId === undefined ? undefined : (await this.directory.device(deviceId))?.meterId;
  }

  /** Where a device is, or else its owner. */
  async gridNodeOf(deviceId: string | undefined, participantId: string): Promise<string | undefined> {
    const device = deviceId === undefined ? undefined : await this.directory.device(deviceId);
    return device?.gridNode ?? (await this.directory.participant(participantId))?.gridNode;
  }

  /** The meters of a participant's devices, by id. */
  async metersOf(participantId: string): Promise<readonly string[]> {
    const devices = await this.database.dataSource.getRepository(Device).findBy({ participantId });
    return [...new Set(devices.flatMap(({ meterId }) => meterId ?? []))].sort();
  }

  /**
   * A participant sees its own meters; another's is not there for it.
   *
   * @param participantId undefined for who may see all
   * @throws Problem 404
   */
  async checkMaySee(participantId: string | undefined, meterId: string): Promise<void> {
    if (participantId === undefined || (await this.metersOf(participantId)).includes(meterId)) return;
    throw notFound(`meter ${meterId}`);
  }

  /**
   * Whether there is a meter of some id, as the directory is now. Where no device names a meter at all, every meter is
   * taken as known: the directory then says nothing about them.
   */
  async knownMeters(): Promise<(meterId: string) => boolean> {
    const rows = await this.database.query<{ meter_id: string }>(
      'SELECT DISTINCT meter_id FROM directory.device WHERE meter_id IS NOT NULL',
    );
    const known = new Set(rows.map(({ meter_id }) => meter_id));
    return (meterId) => known.size === 0 || known.has(meterId);
  }

  /** What the connection of each meter can carry in an hour: the capacity of the grid node of its device, if it has one. */
  async mostWhPerHour(meterIds: Iterable<string>): Promise<Map<string, MostWhPerHour>> {
    const most = new Map<string, MostWhPerHour>();
    const wanted = [...new Set(meterIds)];
    if (wanted.length === 0) return most;
    const nodes = new Map((await this.directory.gridNodes()).map((node) => [node.id, node]));
    const rows = await this.database.dataSource.getRepository(Device).findBy({ meterId: In(wanted) });
    const devices = new Map(rows.map((device) => [device.meterId, device]));
    for (const meterId of wanted) {
      const device = devices.get(meterId);
      const gridNode = device && (await this.gridNodeOf(device.id, device.participantId));
      const node = gridNode === undefined ? undefined : nodes.get(gridNode);
      const capacity = node?.kind === 'connection' ? node : undefined;
      most.set(meterId, {
        import: capacity?.importCapacityW ?? MOST_W,
        export: capacity?.exportCapacityW ?? MOST_W,
      });
    }
    return most;
  }
}
