export type { WireFlexOffer, WireSchedule, WireSlice } from '../schema/specification-1.js';
