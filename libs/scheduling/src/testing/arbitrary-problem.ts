import fc from 'fast-check';
import { unitBounds } from '#flexoffer';
import type { FlexOffer, Slice } from '#flexoffer';
import type {
  AskedEnergy,
  BuyOrder,
  ClearingProblem,
  CommittedChange,
  GridCapacity,
  PricingPolicy,
  SellOrder,
  TransferPrice,
} from '../clearing.js';

/** The first interval of every problem here. */
export const NOW = 1000;

export interface Size {
  readonly sellers: number;
  readonly buyers: number;
  readonly slices: number;
  readonly window: number;
  readonly energyWh: number;
  /** In thousands of micro per kWh. */
  readonly price: number;
  /** Both: requests of either sign may meet in one interval. */
  readonly directions: 'one' | 'both';
  /** Whether orders may have conditions and groups. */
  readonly conditions: boolean;
}

export const SMALL: Size = {
  sellers: 6,
  buyers: 4,
  slices: 4,
  window: 4,
  energyWh: 40,
  price: 9,
  directions: 'both',
  conditions: true,
};

const arbitraryNode = fc.constantFrom('z', 'z.a', 'z.a.1', 'z.a.2', 'z.ab', 'z.b', 'y.a');

/** Few different prices, so that they tie; whole thousands, so that a Wh is worth whole micro-units. */
const arbitraryPrice = ({ price }: Size): fc.Arbitrary<number> =>
  fc.integer({ min: -2, max: price }).map((thousands) => thousands * 1000);

/** For specs: an offer around `NOW`, with a feasible default schedule, and perhaps a total. */
export function arbitraryOffer(size: Size): fc.Arbitrary<FlexOffer> {
  const energy = fc.integer({ min: -size.energyWh, max: size.energyWh });
  const slice = fc.tuple(energy, energy, fc.constantFrom(1, 1, 2)).map(([one, other, duration]): Slice => {
    const [lowerWh, upperWh] = [Math.min(one, other), Math.max(one, other)];
    return { lowerWh, upperWh, minDuration: duration, maxDuration: duration };
  });
  return fc
    .record({
      slices: fc.array(slice, { minLength: 1, maxLength: size.slices }),
      startAfter: fc.integer({ min: NOW - 2, max: NOW + 4 }),
      window: fc.integer({ min: 0, max: size.window }),
      delay: fc.nat(),
      mix: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
      total: fc.option(fc.tuple(fc.nat(size.energyWh), fc.nat(size.energyWh)), { nil: undefined }),
      price: fc.record({ up: arbitraryPrice(size), down: arbitraryPrice(size) }),
      other: fc.option(fc.record({ up: arbitraryPrice(size), down: arbitraryPrice(size) }), {
        nil: undefined,
      }),
    })
    .map(({ slices, startAfter, window, delay, mix, total, price, other }) => {
      const { lowerWh, upperWh } = unitBounds({ slices });
      const energiesWh = lowerWh.map(
        (low, unit) => low + Math.floor((mix[unit] ?? 0) * ((upperWh[unit] ?? low) - low)),
      );
      const sum = energiesWh.reduce((all, one) => all + one, 0);
      return {
        id: 'fo',
        state: 'accepted',
        offeredById: 'p',
        gridNode: 'z',
        price,
        slices: slices.map((slice, index) =>
          other === undefined || index % 2 === 0 ? slice : { ...slice, price: other },
        ),
        creation: 0,
        acceptanceBefore: 0,
        assignmentBefore: 0,
        startAfter,
        startBefore: startAfter + window,
        defaultSchedule: { start: startAfter + (delay % (window + 1)), energiesWh },
        ...(total === undefined ? {} : { totalEnergy: { lowerWh: sum - total[0], upperWh: sum + total[1] } }),
      } satisfies FlexOffer;
    });
}

function arbitraryBuyOrder(size: Size): fc.Arbitrary<Omit<BuyOrder, 'orderId'>> {
  const asked: fc.Arbitrary<AskedEnergy> = fc
    .record({
      interval: fc.integer({ min: NOW - 1, max: NOW + 9 }),
      changeWh: fc.integer({ min: -size.energyWh, max: size.energyWh }),
      price: arbitraryPrice(size),
      share: fc.constantFrom(0, 0, 0, 0.3, 1),
    })
    .map(({ interval, changeWh, price, share }) => {
      const sign = interval % 3 === 0 ? -1 : 1;
      const minimumWh = Math.round(Math.abs(changeWh) * share);
      return {
        interval,
        price,
        changeWh: size.directions === 'both' ? changeWh : sign * Math.abs(changeWh),
        ...(size.conditions && minimumWh > 0 ? { minimumWh } : {}),
      };
    });
  return fc
    .record({
      buyerId: fc.constantFrom('dso-1', 'dso-2'),
      gridNode: arbitraryNode,
      intervals: fc.uniqueArray(asked, { maxLength: 8, selector: ({ interval }) => interval }),
      whole: fc.constantFrom(false, false, false, true),
      group: arbitraryGroup(size),
    })
    .map(({ whole, group, ...order }) => ({
      ...order,
      ...(size.conditions && whole ? { allOrNothing: true } : {}),
      ...group,
    }));
}

const arbitraryGroup = ({ conditions }: Size): fc.Arbitrary<{ exclusiveGroup?: string }> =>
  fc
    .constantFrom(undefined, undefined, undefined, 'g1')
    .map((exclusiveGroup) => (conditions && exclusiveGroup !== undefined ? { exclusiveGroup } : {}));

/** For specs: everything that a gate can meet, in small numbers, so that orders compete. */
export function arbitraryProblem(size: Size): fc.Arbitrary<ClearingProblem> {
  const limit = fc.option(fc.nat(3 * size.energyWh), { nil: undefined });
  const capacity = fc
    .tuple(arbitraryNode, limit, limit)
    .map(([gridNode, importWh, exportWh]): GridCapacity => ({
      gridNode,
      ...(importWh === undefined ? {} : { importWh }),
      ...(exportWh === undefined ? {} : { exportWh }),
    }));
  const committed: fc.Arbitrary<CommittedChange> = fc.record({
    gridNode: arbitraryNode,
    interval: fc.integer({ min: NOW - 1, max: NOW + 9 }),
    changeWh: fc.integer({ min: -size.energyWh, max: size.energyWh }),
  });
  const seller: fc.Arbitrary<Omit<SellOrder, 'orderId'>> = fc
    .record({
      sellerId: fc.constantFrom('a-1', 'a-2'),
      gridNode: arbitraryNode,
      offer: arbitraryOffer(size),
      group: arbitraryGroup(size),
    })
    .map(({ group, ...order }) => ({ ...order, ...group }));
  const transferPrice: fc.Arbitrary<TransferPrice> = fc.record({
    gridNode: arbitraryNode,
    price: fc.constantFrom(0, 1000, 3000),
  });
  return fc
    .record({
      buyers: fc.array(arbitraryBuyOrder(size), { maxLength: size.buyers }),
      sellers: fc.array(seller, { maxLength: size.sellers }),
      capacities: fc.array(capacity, { maxLength: 3 }),
      committed: fc.array(committed, { maxLength: 4 }),
      transferPrices: fc.uniqueArray(transferPrice, { maxLength: 3, selector: ({ gridNode }) => gridNode }),
      pricing: fc.constantFrom<PricingPolicy>('pay-as-bid', 'pay-as-clear', 'mid-point'),
    })
    .map(({ buyers, sellers, capacities, committed: earlier, ...rest }) => ({
      ...rest,
      firstInterval: NOW,
      buyOrders: buyers.map((order, index) => ({ ...order, orderId: `b${index}` })),
      sellOrders: sellers.map((order, index) => ({ ...order, orderId: `s${index}` })),
      capacities,
      committed: earlier,
    }));
}
