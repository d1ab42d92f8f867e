/** A node of the grid tree; its parent is the path before the last dot. */
export interface GridNode {
  readonly id: string;
  readonly parent?: string;
  readonly kind: 'zone' | 'feeder' | 'connection';
  readonly importCapacityKw?: number;
  readonly exportCapacityKw?: number;
}

export const ROOT = 'lu';
export const ZONES = ['lu.north', 'lu.centre', 'lu.south'] as const;
export type Zone = (typeof ZONES)[number];

export const FEEDERS_A_ZONE = 3;

/** A 400 A cable at 400 V carries 277 kVA; feeding in is limited by the voltage at its end. */
const FEEDER_IMPORT_KW = 250;
const FEEDER_EXPORT_KW = 100;

export function zoneOf(gridNode: string): Zone {
  const zone = ZONES.find((candidate) => gridNode === candidate || gridNode.startsWith(`${candidate}.`));
  if (zone === undefined) throw new Error(`${gridNode} lies in no zone of the demo`);
  return zone;
}

/** `lu.north.f2.cp017` */
export function connectionPoint(zone: Zone, feeder: number, number: number): string {
  return `${zone}.f${feeder}.cp${String(number).padStart(3, '0')}`;
}

/** Parents before their children, so that they can be created in this order. */
export function gridNodes(connectionPoints: readonly string[]): GridNode[] {
  return [
    { id: ROOT, kind: 'zone' },
    ...ZONES.map((zone): GridNode => ({ id: zone, parent: ROOT, kind: 'zone' })),
    ...ZONES.flatMap(feedersOf),
    ...connectionPoints.map((id): GridNode => ({
      id,
      parent: id.slice(0, id.lastIndexOf('.')),
      kind: 'connection',
    })),
  ];
}

function feedersOf(zone: Zone): GridNode[] {
  return Array.from({ length: FEEDERS_A_ZONE }, (_, index) => ({
    id: `${zone}.f${index + 1}`,
    parent: zone,
    kind: 'feeder',
    importCapacityKw: FEEDER_IMPORT_KW,
    exportCapacityKw: FEEDER_EXPORT_KW,
  }));
}
