import { Inject, Injectable } from '@nestjs/common';
import { Device, Directory } from '#directory';
import { Database } from '#persistence';

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
}
