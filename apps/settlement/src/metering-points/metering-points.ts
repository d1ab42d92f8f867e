import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Device, Directory, Participant } from '#directory';
import type { WattHours } from '#flexoffer';
import { Database } from '#persistence';
import { badRequest, notFound } from '#problem-details';

/** What a connection of unknown capacity is taken to carry: more than any that settles by the quarter-hour. */
const MOST_W = 100_000_000;

/** What is known of a device: the meter that sees it, and where it is. */
export interface MeteringPoint {
  readonly meterId?: string;
  /** Its own node, or else its owner's. */
  readonly gridNode?: string;
}

/** Wh in an hour that a connection can carry. */
export interface MostWhPerHour {
  readonly import: WattHours;
  readonly export: WattHours;
}

/** Which meter measures whom: a device names its meter, and its owner may read it. */
@Injectable()
export class MeteringPoints {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

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
  async mostWhPerHour(meterIds: readonly string[]): Promise<ReadonlyMap<string, MostWhPerHour>> {
    if (meterIds.length === 0) return new Map();
    const nodes = new Map((await this.directory.gridNodes()).map((node) => [node.id, node]));
    const nodeIds = await this.nodesOfMeters(meterIds);
    return new Map(
      unique(meterIds).map((meterId): [string, MostWhPerHour] => {
        const node = nodes.get(nodeIds.get(meterId) ?? '');
        const capacity = node?.kind === 'connection' ? node : undefined;
        return [
          meterId,
          { import: capacity?.importCapacityW ?? MOST_W, export: capacity?.exportCapacityW ?? MOST_W },
        ];
      }),
    );
  }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
