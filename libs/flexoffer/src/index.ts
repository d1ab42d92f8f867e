export * from './time.js';
export * from './flex-offer.js';
export * from './result.js';
export { kwhOfWh, whOfKwh, KWH_TOLERANCE, type WhRounding } from './energy/kwh.js';

export { formatInstant, parseInstant } from './dialects/iso-instant.js';
export type { SignConvention } from './dialects/sign.js';
export type { EnergyUnit, Multiplier } from './dialects/energy-unit.js';
export type { EnergyOptions } from './dialects/energy-form.js';
export { recogniseDialect } from './dialects/recognise-dialect.js';
export { DIALECTS } from './dialects/dialect-names.js';
export type { ReadOptions } from './dialects/read-options.js';
export { readFlexOffer } from './dialects/read-flex-offer.js';
export { readAnyFlexOffer } from './dialects/read-any-flex-offer.js';
export {
  readFlexOfferJson,
  readFlexOffersNdjson,
  type NdjsonOffer,
  type NdjsonOptions,
} from './ndjson/read-ndjson.js';
export { ndjsonLines, type NdjsonBody } from './ndjson/ndjson-lines.js';
export type { NdjsonLine } from './ndjson/line-splitter.js';
export {
  writeFlexOffer,
  type FlexOfferMessage,
  type FlexOfferMessages,
  type WriteOptions,
} from './dialects/write-flex-offer.js';
export { writeSchedule, writeScheduleAs, type ScheduleMessages } from './dialects/write-schedule.js';
export type { WireFlexOffer, WireSchedule, WireSlice } from './dialects/wire-flex-offer.js';
export { readFlexOfferXml, writeFlexOfferXml } from './dialects/xml.js';
export { flexOfferSchema } from './schema/flex-offer-schema.js';

export type { AcceptanceContext } from './rules/acceptance-context.js';
export { acceptanceFaults } from './rules/acceptance-faults.js';

export type { Actor } from './lifecycle/actor.js';
export {
  LIFE_CYCLE_TABLE,
  type DeadlineEffect,
  type DeadlineName,
  type LifeCycleTable,
  type Transition,
} from './lifecycle/life-cycle-table.js';
export { isFinal, isFlexOfferState, LIFE_CYCLE, mayCause, mayMove } from './lifecycle/life-cycle.js';
export { lifeCycleFaults } from './lifecycle/life-cycle-faults.js';
export { deadlineOf, type Deadline } from './lifecycle/deadline-of.js';
export { endWindow, type EndWindow } from './lifecycle/end-window.js';
export { append as appendToHistory, type History, type HistoryStep } from './lifecycle/history.js';

export {
  lastUnitOfEachSlice,
  profileLength,
  unitBounds,
  type UnitBounds,
} from './feasibility/unit-bounds.js';
export { scheduleFaults } from './feasibility/schedule-faults.js';
export { nearestSchedule } from './feasibility/nearest-schedule.js';
export { energyRange } from './feasibility/energy-range.js';
export { energySetOf, type OfferedEnergies } from './feasibility/energy-set-of.js';
export { tightened } from './exact/tightened.js';
export { innerBox } from './feasibility/inner-box.js';
export { boundsAtThreshold } from './conversion/bounds-at-threshold.js';
export { atThreshold } from './conversion/at-threshold.js';
export { withoutDependency } from './conversion/without-dependency.js';
export { standardWithin } from './conversion/standard-within.js';
export { asDependency } from './conversion/as-dependency.js';

export { flexibilityMeasures, type FlexibilityMeasures } from './measures/flexibility-measures.js';
export {
  flexibilityLost,
  type AlignedOffer,
  type FlexibilityLost,
  type Loss,
} from './measures/flexibility-lost.js';
export { energyExtent, type EnergyExtent } from './measures/energy-extent.js';
export { energyFlexibility } from './measures/energy-flexibility.js';
export { timeFlexibility } from './measures/time-flexibility.js';
export { numberOfAssignments, type NumberOfAssignments } from './measures/number-of-assignments.js';
export type { VectorFlexibility } from './measures/vector-flexibility.js';

export type { EnergySet } from './exact/energy-set.js';
export type { ExactMember } from './exact/exact-member.js';
export type { AskedPrices } from './exact/asked-prices.js';
export { energiesOfMember, exactAggregate, profileOf, type ExactAggregate } from './exact/exact-aggregate.js';
export { bestProfile, type BestProfile } from './exact/best-profile.js';
export { borderOf, type Border } from './exact/border.js';
export { splitProfile, type ProfileProof, type ProfileSplit } from './exact/split-profile.js';
export { cheapestSplit, type CheapestSplit } from './exact/cheapest-split.js';
export { innerOffer, type InnerOffer, type RangeKept } from './exact/inner-offer.js';
export { zoneOf } from './aggregation/zone.js';
export {
  Portfolio,
  type OfferGroup,
  type PortfolioChanges,
  type PortfolioOptions,
} from './aggregation/portfolio/portfolio.js';
export type { GroupBounds } from './aggregation/portfolio/group-bounds.js';
export type { Range } from './aggregation/portfolio/pack-in-order.js';
export { DIMENSIONS, type DimensionName, type Tolerances } from './aggregation/dimensions.js';
export type { Alignment } from './aggregation/alignment.js';
export { askCurves, type AskCurve, type AskStep, type IntervalAsks } from './aggregation/ask-curves.js';
export { memberPrices } from './aggregation/member-prices.js';
export { memberEnergies, type MemberEnergies } from './aggregation/member-energies.js';
export { offerPacker, type PackedOffer } from './aggregation/packed-offer.js';
export { OfferColumns, type Placement, type ProfileEnergies } from './aggregation/columns/offer-columns.js';
export { Grouping, type GroupChanges, type GroupingLimits } from './aggregation/grouping/grouping.js';
export type { GroupFlexibility, GroupSum, LeafGroup } from './aggregation/grouping/leaf-group.js';
export { aggregate } from './aggregation/aggregate.js';
export type { AggregateOptions } from './aggregation/aggregate-options.js';
export type { Aggregate } from './aggregation/aggregate-of.js';
export type { FlexibilityRetained } from './aggregation/flexibility-retained.js';
export type { Member } from './aggregation/member.js';
export { disaggregate } from './disaggregation/disaggregate.js';
export { disaggregatePacked, packMembers, type PackedMembers } from './disaggregation/packed-members.js';
export { disaggregateAll, type MemberSchedules } from './disaggregation/disaggregate-all.js';
export type { GroupSchedule } from './disaggregation/group-schedule-faults.js';
export type { SharePolicyName } from './disaggregation/share-policy.js';
