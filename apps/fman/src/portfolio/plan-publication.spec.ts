import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planPublication, type OpenAggregate, type Target } from './plan-publication.js';

const target = (memberIds: readonly string[]): Target => ({ composition: memberIds.join('+'), memberIds });

/** The market and the FMAN together: groups are submitted, asked back, and given back. */
class Exchange {
  readonly open = new Map<string, OpenAggregate & { readonly memberIds: readonly string[] }>();
  private submitted = 0;

  plan(groups: readonly (readonly string[])[]): { publish: number; withdraw: number } {
    const holderOf = new Map(
      [...this.open.values()].flatMap(({ id, memberIds }) => memberIds.map((m) => [m, id])),
    );
    const plan = planPublication(groups.map(target), [...this.open.values()], holderOf);
    for (const id of plan.withdraw) this.mark(id);
    for (const { composition, memberIds } of plan.publish) {
      this.submitted += 1;
      const id = `ag-${this.submitted}`;
      this.open.set(id, { id, composition, memberIds, state: 'live' });
    }
    return { publish: plan.publish.length, withdraw: plan.withdraw.length };
  }

  answerWithdrawals(): void {
    for (const { id, state } of [...this.open.values()]) if (state === 'withdrawing') this.open.delete(id);
  }

  get forSale(): string[] {
    return [...this.open.values()].flatMap(({ memberIds }) => memberIds);
  }

  private mark(id: string): void {
    const aggregate = this.open.get(id);
    if (aggregate) this.open.set(id, { ...aggregate, state: 'withdrawing' });
  }
}

/** A partition of some of the offers a to f. */
const arbitraryGroups = fc
  .tuple(
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 0, max: 3 }))),
  )
  .map((places) =>
    [1, 2, 3]
      .map((group) => places.filter(([, place]) => place === group).map(([id]) => id))
      .filter((ids) => ids.length),
  );

describe('the plan of a publication', () => {
  it('FM-02 leaves alone what is for sale already', () => {
    const exchange = new Exchange();
    expect(exchange.plan([['a', 'b'], ['c']])).toEqual({ publish: 2, withdraw: 0 });
    expect(exchange.plan([['a', 'b'], ['c']])).toEqual({ publish: 0, withdraw: 0 });
  });

  it('FM-02 asks a changed group back, and sells its members again only once they are back', () => {
    const exchange = new Exchange();
    exchange.plan([['a', 'b']]);
    expect(exchange.plan([['a', 'b', 'c']])).toEqual({ publish: 0, withdraw: 1 });
    expect(exchange.plan([['a', 'b', 'c']])).toEqual({ publish: 0, withdraw: 0 });
    exchange.answerWithdrawals();
    expect(exchange.plan([['a', 'b', 'c']])).toEqual({ publish: 1, withdraw: 0 });
  });

  it('FM-02 never has an offer for sale twice, and ends with the groups wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryGroups, fc.boolean()), { minLength: 1, maxLength: 8 }),
        (steps) => {
          const exchange = new Exchange();
          for (const [groups, answered] of steps) {
            exchange.plan(groups);
            expect(new Set(exchange.forSale).size).toBe(exchange.forSale.length);
            if (answered) exchange.answerWithdrawals();
          }
          const wanted = steps.at(-1)?.[0] ?? [];
          exchange.answerWithdrawals();
          exchange.plan(wanted);
          exchange.answerWithdrawals();
          exchange.plan(wanted);
          const live = [...exchange.open.values()].map(({ composition }) => composition);
          expect(live.sort()).toEqual(wanted.map((ids) => ids.join('+')).sort());
        },
      ),
      { seed: 42, numRuns: 300 },
    );
  });
});
