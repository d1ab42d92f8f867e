export const ROOT = 'bench';

/** A zone, and what its grid operator asks for: less consumption (or more production) is `less`. */
export interface Zone {
  readonly node: string;
  readonly asks: 'less' | 'more';
}

export const ZONES: readonly Zone[] = [
  { node: `${ROOT}.north`, asks: 'less' },
  { node: `${ROOT}.middle`, asks: 'more' },
  { node: `${ROOT}.south`, asks: 'less' },
];

const FEEDERS_A_ZONE = 4;

/** Devices are spread evenly over the zones, and in each zone over its feeders. */
export function zoneOfDevice(device: number): Zone {
  return ZONES[device % ZONES.length]!;
}

export function feederOfDevice(device: number): string {
  return `${zoneOfDevice(device).node}.f${Math.floor(device / ZONES.length) % FEEDERS_A_ZONE}`;
}

export function feeders(): string[] {
  return Array.from({ length: ZONES.length * FEEDERS_A_ZONE }, (_, device) => feederOfDevice(device));
}
