import type { IntervalIndex } from '#flexoffer';
import { isoOfInterval } from '../calendar/demo-day.js';
import type { Community } from '../community/community.js';
import type { Prosumer } from '../community/prosumer.js';
import type { CommunicationAnswer } from '../platform/answers.js';
import { chargerFlexibility } from './charger-flexibility.js';
import { flexOfferMessage, type FlexOfferMessage } from './flex-offer-message.js';
import type { Flexibility } from './flexibility.js';
import type { Journal, JournalEntry } from './journal.js';
import { receivedSchedule } from './received-schedule.js';
import { siteFlexibilities } from './site-flexibility.js';

/** The body of a poll that has something to say. */
export interface CommunicationRequest {
  readonly messageId: string;
  readonly sentAt: string;
  readonly flexibilityData?: readonly {
    readonly flexibilityId: string;
    readonly flexOffer: FlexOfferMessage;
  }[];
  readonly receivedSchedules?: readonly string[];
  readonly receivedRejects?: readonly string[];
}

/** A device that knows its flexibility of the day and speaks the poll protocol. */
export class Device {
  readonly prosumer: Prosumer;
  private readonly flexibilities = new Map<IntervalIndex, Flexibility[]>();

  constructor(prosumer: Prosumer, flexibilities: readonly Flexibility[]) {
    this.prosumer = prosumer;
    for (const flexibility of flexibilities) {
      const others = this.flexibilities.get(flexibility.offeredAt) ?? [];
      this.flexibilities.set(flexibility.offeredAt, [...others, flexibility]);
    }
  }

  /**
   * What the device sends with its poll of `interval`; undefined if it has nothing to say. The same poll always has
   * the same message id and content: it follows from the day's plan and from what was told at the poll before.
   */
  requestAt(interval: IntervalIndex, journal: Journal): CommunicationRequest | undefined {
    const offered = this.flexibilities.get(interval) ?? [];
    const told = journal.toldAt(this.prosumer.deviceId, interval - 1);
    if (offered.length === 0 && told === undefined) return undefined;
    const schedules = told?.schedules.map(({ scheduleId }) => scheduleId) ?? [];
    const rejects = told?.rejectedOfferIds ?? [];
    return {
      messageId: `${this.prosumer.deviceId}-${interval}`,
      sentAt: isoOfInterval(interval),
      ...(offered.length > 0
        ? { flexibilityData: offered.map((flexibility) => this.message(flexibility)) }
        : {}),
      ...(schedules.length > 0 ? { receivedSchedules: schedules } : {}),
      ...(rejects.length > 0 ? { receivedRejects: rejects } : {}),
    };
  }

  /** What an answer tells the device; undefined if it tells nothing. */
  newsOf(interval: IntervalIndex, answer: CommunicationAnswer): JournalEntry | undefined {
    const schedules = answer.demandSchedules ?? [];
    const rejects = answer.flexibilityRejects ?? [];
    if (schedules.length === 0 && rejects.length === 0) return undefined;
    return {
      deviceId: this.prosumer.deviceId,
      polledAt: interval,
      schedules: schedules.map((message) => receivedSchedule(message, this.prosumer.signConvention)),
      rejectedOfferIds: rejects.map(({ flexOfferId }) => flexOfferId),
    };
  }

  offersAt(interval: IntervalIndex): number {
    return this.flexibilities.get(interval)?.length ?? 0;
  }

  private message(flexibility: Flexibility): {
    readonly flexibilityId: string;
    readonly flexOffer: FlexOfferMessage;
  } {
    return {
      flexibilityId: flexibility.flexibilityId,
      flexOffer: flexOfferMessage(flexibility, this.prosumer.signConvention),
    };
  }
}

export function devicesOf(community: Community): Device[] {
  return [
    ...community.sites.map((site) => new Device(site.prosumer, siteFlexibilities(site))),
    ...community.chargers.map((charger) => {
      const flexibility = chargerFlexibility(charger);
      return new Device(charger.prosumer, flexibility === undefined ? [] : [flexibility]);
    }),
  ];
}
