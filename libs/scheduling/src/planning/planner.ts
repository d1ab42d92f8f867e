import { Effort } from './effort.js';
import { anneal, type Cooling } from './local-search/annealing.js';
import { Arrangement } from './local-search/arrangement.js';
import { priceLevels, type PriceLevels } from './local-search/price-levels.js';
import { Proposals } from './local-search/proposals.js';
import { randomNumbers } from '../random.js';
import { IntervalCosts } from './objective/interval-costs.js';
import { planFound, type PlanFound } from './plan-found.js';
import type { PlanningProblem } from './planning-problem.js';
import { Portfolio } from './portfolio/portfolio.js';
import { Relaxation } from './relaxation/relaxation.js';
import { Responses } from './relaxation/responses.js';

/** One round of search, after so many more settlings of the relaxation. */
interface Round {
  readonly settlings: number;
  readonly movesPerUnit: number;
  readonly cooling: Cooling;
}

/** A first answer, then a thorough one; all further rounds are like the last, each twice as long as the one before. */
const ROUNDS: readonly Round[] = [
  { settlings: 3, movesPerUnit: 10, cooling: { hot: 0.01, cold: 0.001 } },
  { settlings: 20, movesPerUnit: 200, cooling: { hot: 0.1, cold: 0.002 } },
  { settlings: 20, movesPerUnit: 200, cooling: { hot: 0.1, cold: 0.0005 } },
];
const SWEEPS_PER_SETTLING = 4;
/** How often the best is looked for in a round. */
const LOOKS = 8;
/** How much of the gap to the bound is not worth settling. */
const SETTLED = 0.001;
/** A plan this near to the bound, as a share of it, is taken as the best there is. */
const PROVEN = 1e-9;

/** Makes plans, better and better ones; the same ones in the same order for the same problem and seed. */
export class Planner {
  readonly effort = new Effort();
  best: PlanFound | undefined;
  private readonly portfolio: Portfolio;
  private readonly costs: IntervalCosts;
  private readonly relaxation: Relaxation;
  private readonly responses: Responses;
  private readonly levels: PriceLevels;
  private readonly random: () => number;
  private bestStarts: Int32Array | undefined;

  constructor(problem: PlanningProblem, seed: number) {
    this.portfolio = new Portfolio(problem);
    const { firstInterval, length } = this.portfolio.horizon;
    this.costs = new IntervalCosts(problem.objective, firstInterval, length);
    this.relaxation = new Relaxation(this.portfolio, this.costs, this.effort);
    this.responses = new Responses(this.portfolio);
    this.levels = priceLevels(this.portfolio);
    this.random = randomNumbers(seed);
  }

  get firstInterval(): number {
    return this.portfolio.horizon.firstInterval;
  }

  get lowerBound(): number {
    return this.relaxation.lowerBound;
  }

  /** Yields whenever something may have become better, the first time with a plan; ends when nothing can be better. */
  *improve(): Generator<void, void> {
    for (let number = 0; !this.isProven(); number += 1) {
      const round = ROUNDS[Math.min(number, ROUNDS.length - 1)]!;
      const longer = 2 ** Math.max(0, number - ROUNDS.length + 1);
      for (let settling = 0; settling < round.settlings && !this.isRelaxed(); settling += 1) {
        this.settle();
        if (this.best !== undefined) yield;
      }
      yield* this.search(round, longer);
    }
  }

  private settle(): void {
    for (let sweep = 0; sweep < SWEEPS_PER_SETTLING; sweep += 1) this.relaxation.sweep();
    this.relaxation.settle();
  }

  private *search({ movesPerUnit, cooling }: Round, longer: number): Generator<void, void> {
    const { portfolio, random, relaxation, effort } = this;
    const starts = this.bestStarts ?? relaxation.likelyStarts();
    const arrangement = new Arrangement(portfolio, this.costs, this.levels, starts);
    this.look(arrangement);
    yield;
    const proposals = new Proposals(portfolio, this.responses, relaxation.bestPrices, random);
    const moves = longer * movesPerUnit * portfolio.count;
    const settings = { moves, looks: LOOKS, cooling, effort };
    for (const reached of anneal(portfolio, arrangement, proposals, random, settings)) {
      this.look(reached);
      yield;
      if (this.isProven()) return;
    }
  }

  /** Keeps what the arrangement stands for if it is the best so far. */
  private look(arrangement: Arrangement): void {
    const found = planFound(this.portfolio, this.costs, arrangement);
    if (this.best !== undefined && found.cost >= this.best.cost) return;
    this.best = found;
    this.bestStarts = arrangement.startOf.slice();
  }

  /** Whether settling could close next to nothing of the gap. */
  private isRelaxed(): boolean {
    const { best, lowerBound, relaxation } = this;
    return best !== undefined && relaxation.cost() - lowerBound <= SETTLED * (best.cost - lowerBound);
  }

  private isProven(): boolean {
    const { best, lowerBound } = this;
    return best !== undefined && best.cost - lowerBound <= PROVEN * Math.abs(lowerBound);
  }
}
