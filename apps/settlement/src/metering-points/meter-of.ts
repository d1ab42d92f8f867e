import type { MeteringPoint } from './metering-points.js';

/** The meter that sees a device; undefined for one that is not known or has no meter. */
export function meterOf(
  { deviceId }: { readonly deviceId?: string },
  points: ReadonlyMap<string, MeteringPoint>,
): string | undefined {
  return deviceId === undefined ? undefined : points.get(deviceId)?.meterId;
}
