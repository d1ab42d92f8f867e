import type { AggregatesTraded } from './aggregates.js';
import type { ContractsAgreed } from './contracts.js';
import type {
  FlexOffersChanged,
  FlexOffersOffered,
  FlexOffersWithdrawn,
  SchedulesAcknowledged,
  SchedulesAssigned,
} from './flexoffers.js';
import type {
  BuyOrdersAnswered,
  BuyOrdersSubmitted,
  SellOrdersClosed,
  SellOrdersSubmitted,
  SellOrdersWithdrawn,
} from './orders.js';
import type {
  DeliveriesCorrected,
  DeliveriesFailing,
  SchedulesReplanned,
  SchedulesUpdated,
  TradesReduced,
  TradesReleased,
} from './replanning.js';
import type { DeliveriesAssigned, FlexibilityProvided, TradesMade } from './trades.js';

/** The services along the way of one trade; also the names of their database schemas and queues. */
export type ServiceName = 'administration' | 'foa' | 'fman' | 'fmar' | 'doms_adapter' | 'settlement';

/** Every message between services, by topic. */
export interface Topics {
  'aggregates.traded': AggregatesTraded;
  'contracts.agreed': ContractsAgreed;
  'flexoffers.offered': FlexOffersOffered;
  'flexoffers.withdrawn': FlexOffersWithdrawn;
  'flexoffers.changed': FlexOffersChanged;
  'schedules.assigned': SchedulesAssigned;
  'schedules.updated': SchedulesUpdated;
  'schedules.acknowledged': SchedulesAcknowledged;
  'deliveries.failing': DeliveriesFailing;
  'sell-orders.submitted': SellOrdersSubmitted;
  'sell-orders.withdrawn': SellOrdersWithdrawn;
  'sell-orders.closed': SellOrdersClosed;
  'buy-orders.submitted': BuyOrdersSubmitted;
  'buy-orders.answered': BuyOrdersAnswered;
  'trades.made': TradesMade;
  'trades.released': TradesReleased;
  'trades.reduced': TradesReduced;
  'schedules.replanned': SchedulesReplanned;
  'deliveries.assigned': DeliveriesAssigned;
  'deliveries.corrected': DeliveriesCorrected;
  'flexibility.provided': FlexibilityProvided;
}

export type Topic = keyof Topics;

/** Who receives a topic: a service talks to its neighbours on the line and to nobody else. */
export const DESTINATION: Readonly<Record<Topic, ServiceName>> = {
  'aggregates.traded': 'fman',
  'contracts.agreed': 'fman',
  'flexoffers.offered': 'fman',
  'flexoffers.withdrawn': 'fman',
  'flexoffers.changed': 'foa',
  'schedules.assigned': 'foa',
  'schedules.updated': 'foa',
  'schedules.acknowledged': 'fman',
  'deliveries.failing': 'fman',
  'sell-orders.submitted': 'fmar',
  'sell-orders.withdrawn': 'fmar',
  'sell-orders.closed': 'fman',
  'buy-orders.submitted': 'fmar',
  'buy-orders.answered': 'doms_adapter',
  'trades.made': 'settlement',
  'trades.released': 'fman',
  'trades.reduced': 'settlement',
  'schedules.replanned': 'fmar',
  'deliveries.assigned': 'settlement',
  'deliveries.corrected': 'settlement',
  'flexibility.provided': 'settlement',
};
