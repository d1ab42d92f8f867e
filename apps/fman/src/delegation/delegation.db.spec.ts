import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intervalOf, type AskedPrice } from '#flexoffer';
import { administrationService } from '../../../administration/src/service.js';
import { fmanService } from '../service.js';
import { FmanUnderTest } from '../testing/fman-under-test.js';
import { START, minutes, testOffer } from '../testing/test-offers.js';

const CONTRACT = { contractId: 'c1', participantId: 'house-1', validFrom: START };
let fman: FmanUnderTest;

beforeAll(async () => {
  fman = await FmanUnderTest.start([administrationService, fmanService]);
  await fman.register('house-1', { gridNode: 'z.a' });
});
afterAll(() => fman.platform.close());

async function askedAt(minute: number): Promise<AskedPrice | undefined> {
  await fman.platform.moveTo(minutes(minute));
  return (await fman.sent('sell-orders.submitted')).flatMap(({ orders }) => orders).at(-1)?.offer.price;
}

describe('delegated trading', () => {
  it("FM-04 sells at the offer's own price without a contract, and in direct trading", async () => {
    await fman.offer(testOffer('a', { assignmentBefore: minutes(100), price: { up: 5, down: 6 } }));
    expect(await askedAt(4)).toEqual({ up: 5, down: 6 });
    await fman.receive('contracts.agreed', { contracts: [{ ...CONTRACT, contractId: 'c0', version: 1 }] });
    expect(await askedAt(9)).toEqual({ up: 5, down: 6 });
  });

  it('FM-04 sells at the reward of the contract from its start on, each time anew', async () => {
    const contract = { ...CONTRACT, validFrom: minutes(12), version: 1, rewardPerKwh: 90_000 };
    const later = { ...contract, version: 2, validFrom: minutes(17), rewardPerKwh: 70_000 };
    await fman.receive('contracts.agreed', { contracts: [contract, later] });
    await fman.receive('contracts.agreed', { contracts: [contract] });
    await fman.platform.moveTo(minutes(14));
    await giveBack();
    expect(await askedAt(14)).toEqual({ up: 90_000, down: 90_000 });
    await fman.platform.moveTo(minutes(19));
    await giveBack();
    expect(await askedAt(19)).toEqual({ up: 70_000, down: 70_000 });
    expect(await fman.failures()).toEqual([]);
  });

  it('FM-04 tells settlement what an offer was worth that nobody bought, but nothing of a withdrawn one', async () => {
    await fman.offer(testOffer('b', { assignmentBefore: minutes(100) }));
    await fman.receive('flexoffers.withdrawn', { offers: [{ id: 'b', reason: 'changed my mind' }] });
    await fman.platform.moveTo(minutes(101));
    const orders = (await fman.sent('sell-orders.submitted')).flatMap(({ orders: all }) => all);
    await fman.receive('sell-orders.closed', {
      orders: orders.map(({ orderId }) => ({ orderId, result: 'expired' as const, reason: 'nobody bought' })),
    });
    await fman.platform.moveTo(minutes(104));
    expect([await fman.stateOf('a'), await fman.stateOf('b')]).toEqual(['rejected', 'canceled']);
    expect(await fman.sent('flexibility.provided')).toEqual([
      {
        offers: [
          {
            flexOfferId: 'a',
            participantId: 'house-1',
            deviceId: 'device-of-a',
            interval: intervalOf(minutes(120)),
            energyFlexWh: 4000,
            timeFlexIntervals: 4,
          },
        ],
      },
    ]);
  });
});

/** What the market answers when the FMAN asks an order back. */
async function giveBack(): Promise<void> {
  const withdrawn = (await fman.sent('sell-orders.withdrawn')).at(-1)?.orders ?? [];
  await fman.receive('sell-orders.closed', {
    orders: withdrawn.map(({ orderId, reason }) => ({ orderId, result: 'withdrawn' as const, reason })),
  });
}
