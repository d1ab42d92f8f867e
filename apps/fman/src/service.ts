import type { ServiceDefinition } from '#service';
import { FlexOfferHistory } from './flexoffers/flex-offer-history.entity.js';
import { StoredFlexOffer } from './flexoffers/stored-flex-offer.entity.js';
import { KnownContract } from './delegation/known-contract.entity.js';
import { FEATURES, FmanModule } from './fman.module.js';
import { FlexOffers1763670000120 } from './migrations/1763670000120-flex-offers.js';
import { Aggregates1763670000121 } from './migrations/1763670000121-aggregates.js';
import { Replans1763670000122 } from './migrations/1763670000122-replans.js';
import { KnownContracts1763670000123 } from './migrations/1763670000123-known-contracts.js';
import { StoredAggregate } from './portfolio/stored-aggregate.entity.js';
import { StoredReplanMember } from './replanning/replan-member.entity.js';
import { StoredReplan } from './replanning/replan.entity.js';

export const fmanService: ServiceDefinition = {
  name: 'fman',
  path: 'fman',
  title: 'FlexOffer Manager: intake, portfolio, dispatch',
  module: FmanModule,
  features: FEATURES,
  storage: {
    schema: 'fman',
    entities: [
      StoredFlexOffer,
      FlexOfferHistory,
      StoredAggregate,
      StoredReplan,
      StoredReplanMember,
      KnownContract,
    ],
    migrations: [
      FlexOffers1763670000120,
      Aggregates1763670000121,
      Replans1763670000122,
      KnownContracts1763670000123,
    ],
  },
};
