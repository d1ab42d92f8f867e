export type SignConvention = 'production-positive' | 'consumption-positive';

/** One prosumer with its one device, meter and contract. */
export interface Prosumer {
  readonly participantId: string;
  readonly name: string;
  readonly deviceId: string;
  readonly meterId: string;
  readonly contractId: string;
  readonly gridNode: string;
  readonly deviceKind: 'fems' | 'hems' | 'cems' | 'direct';
  readonly signConvention: SignConvention;
}

/** Every tenth prosumer speaks with the specification's sign, so that both conventions meet on one market. */
export function signConventionOf(number: number): SignConvention {
  return number % 10 === 0 ? 'production-positive' : 'consumption-positive';
}

/** All ids of a prosumer follow from one: `ev-007`. */
export function prosumerIds(
  id: string,
): Pick<Prosumer, 'participantId' | 'deviceId' | 'meterId' | 'contractId'> {
  return {
    participantId: id,
    deviceId: `${id}-device`,
    meterId: `${id}-meter`,
    contractId: `${id}-contract`,
  };
}

/** `ev-007` */
export function numbered(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`;
}
