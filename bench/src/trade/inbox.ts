import { elapsedSeconds } from '#clock';
import type { CommunicationAnswer, DemandSchedule } from './communication.js';
import type { TradeOffer } from './offers.js';

/** What the devices have received in one round. */
export class Inbox {
  /** By flexibility id. */
  readonly schedules = new Map<string, DemandSchedule>();
  /** When a schedule last came that was not there before; undefined until the first. */
  lastNews: number | undefined;
  private readonly flexibilities = new Map<number, string[]>();

  constructor(offers: readonly TradeOffer[]) {
    for (const { device, flexibilityId } of offers) {
      const others = this.flexibilities.get(device);
      if (others === undefined) this.flexibilities.set(device, [flexibilityId]);
      else others.push(flexibilityId);
    }
  }

  take({ demandSchedules = [] }: CommunicationAnswer): void {
    for (const schedule of demandSchedules) {
      if (this.schedules.has(schedule.flexibilityId)) continue;
      this.schedules.set(schedule.flexibilityId, schedule);
      this.lastNews = elapsedSeconds();
    }
  }

  /** Devices that lack a schedule for any of their offers. */
  waitingDevices(): number[] {
    return [...this.flexibilities]
      .filter(([, ids]) => !ids.every((id) => this.schedules.has(id)))
      .map(([device]) => device);
  }

  /** Per device that received any: the ids of its schedules. */
  received(): { readonly device: number; readonly scheduleIds: readonly string[] }[] {
    return [...this.flexibilities]
      .map(([device, ids]) => ({
        device,
        scheduleIds: ids.flatMap((id) => this.schedules.get(id)?.scheduleId ?? []),
      }))
      .filter(({ scheduleIds }) => scheduleIds.length > 0);
  }
}
