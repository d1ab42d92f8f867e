/** What a person or company may do; `device` is what a device's token may do. */
export type Role = 'prosumer' | 'aggregator' | 'dso' | 'brp' | 'auditor' | 'admin' | 'device';

export type SignConvention = 'production-positive' | 'consumption-positive';

export interface ParticipantRecord {
  readonly id: string;
  readonly name: string;
  readonly role: Exclude<Role, 'device'>;
  readonly gridNode?: string;
  readonly contractId?: string;
  readonly signConvention: SignConvention;
}

export type DeviceKind = 'fems' | 'hems' | 'cems' | 'cdems' | 'direct';

export interface DeviceRecord {
  readonly id: string;
  readonly participantId: string;
  readonly kind: DeviceKind;
  /** The device's own node, or its participant's. */
  readonly gridNode?: string;
  readonly meterId?: string;
  readonly pollIntervalSeconds: number;
}

export interface GridNodeRecord {
  /** The path: `z.a.cp1` lies below `z.a`. */
  readonly id: string;
  readonly kind: 'zone' | 'substation' | 'feeder' | 'connection';
  readonly importCapacityW?: number;
  readonly exportCapacityW?: number;
  /** What passing the connection to the node above costs, in millionths of the currency per kWh. */
  readonly transferPrice?: number;
}

/** Who sends a request. */
export interface Principal {
  readonly tokenId: string;
  readonly role: Role;
  readonly participant: ParticipantRecord;
  /** Present exactly when the token is a device's. */
  readonly device?: DeviceRecord;
}
