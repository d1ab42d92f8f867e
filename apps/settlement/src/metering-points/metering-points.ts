import { Inject, Injectable } from '@nestjs/common';
import { Device, Participant } from '#directory';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';
import { In } from 'typeorm';

/** What is known of a device: the meter that sees it, and where it is. */
export interface MeteringPoint {
  readonly meterId?: string;
  /** Its own node, or else its owner's. */
  readonly gridNode?: string;
}

/** Which meter measures whom: a device names its meter, and its owner may read it. */
@Injectable()
export class MeteringPoints {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The metering points of devices that are known. */
  async ofDevices(deviceIds: readonly string[]): Promise<ReadonlyMap<string, MeteringPoint>> {
    const devices = await this.database.dataSource
      .getRepository(Device)
      .findBy({ id: In(unique(deviceIds)) });
    const nodes = await this.nodesOf(devices.map(({ participantId }) => participantId));
    return new Map(
      devices.map(({ id, participantId, meterId, gridNode }): [string, MeteringPoint] => {
        const node = gridNode ?? nodes.get(participantId);
        return [
          id,
          { ...(meterId === null ? {} : { meterId }), ...(node === undefined ? {} : { gridNode: node }) },
        ];
      }),
    );
  }

  /** Where participants are, as far as it is known. */
  async nodesOf(participantIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const participants = await this.database.dataSource
      .getRepository(Participant)
      .findBy({ id: In(unique(participantIds)) });
    return new Map(
      participants.flatMap(({ id, gridNode }): [string, string][] =>
        gridNode === null ? [] : [[id, gridNode]],
      ),
    );
  }

  /** Where meters are: at the device behind them with the lowest id, as far as it is known. */
  async nodesOfMeters(meterIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const devices = await this.database.dataSource
      .getRepository(Device)
      .find({ where: { meterId: In(unique(meterIds)) }, order: { id: 'DESC' } });
    const nodes = await this.nodesOf(devices.map(({ participantId }) => participantId));
    return new Map(
      devices.flatMap(({ meterId, participantId, gridNode }): [string, string][] => {
        const node = gridNode ?? nodes.get(participantId);
        return meterId === null || node === undefined ? [] : [[meterId, node]];
      }),
    );
  }

  /** The participant's one meter, or the one of that id. @throws Problem 404, or 400 where there is a choice */
  async oneMeter(participantId: string, meterId: string | undefined): Promise<string> {
    const meters = await this.metersOf(participantId);
    const [first, ...others] = meterId === undefined ? meters : meters.filter((one) => one === meterId);
    if (first === undefined) throw notFound(`meter of participant ${participantId}`);
    if (others.length === 0) return first;
    throw badRequest([{ path: 'meterId', message: `must be one of ${meters.join(', ')}` }]);
  }

  /** The meters of a participant's devices, by id. */
  async metersOf(participantId: string): Promise<readonly string[]> {
    const devices = await this.database.dataSource.getRepository(Device).findBy({ participantId });
    return unique(devices.flatMap(({ meterId }) => meterId ?? [])).sort();
  }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
