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
}
