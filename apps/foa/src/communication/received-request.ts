import type { DeviceRecord, Principal } from '#directory';
import type { FlexOffer } from '#flexoffer';
import type { TraceId } from '#observability';
import type { CommunicationRequest } from './communication-request.js';

/** A request that has been checked and waits to be stored. */
export interface ReceivedRequest {
  readonly sender: Principal;
  readonly device: DeviceRecord;
  readonly request: CommunicationRequest;
  readonly contentHash: string;
  readonly offers: readonly FlexOffer[];
  readonly trace: TraceId;
}

/** What became of it. */
export type StoreOutcome = 'stored' | 'repeated' | 'conflicting';
