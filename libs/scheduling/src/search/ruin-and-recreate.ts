import { randomNumbers } from '../random.js';
import type { IsOver } from '../time-limit.js';
import { bestResponse } from './best-response.js';
import type { CapacityLedger } from './capacity-ledger.js';
import type { Request } from './request-book.js';
import type { Seller } from './seller.js';
import { comeBack, leave, takePosition, type Position, type Positions } from './sweeps.js';
import { addWorth, isBetter, NOTHING, type Worth } from './worth.js';

/** So many competitors start over at once: two can swap, three can make room for a fourth. */
const COMPANY = 4;
/** Energies looked at: as many as in so many sweeps, and in small problems so many more. */
const SWEEPS = 2;
const FEWEST_ENERGIES = 3000;
/** The same problem gives the same result. */
const SEED = 1;

/**
 * Takes a few sellers who compete for a request off the market and lets them respond again, in another order; what comes
 * out stays if it is worth more together (G. Schrimpf et al., Record Breaking Optimization Results Using the Ruin and
 * Recreate Principle, Journal of Computational Physics 159, 2000). Sweeps alone end where no single seller can improve:
 *
 * ```
 * asked 10      A sells 6, B 4      worth 10       nobody can do better alone
 *               C alone sells 10    worth 12       C in the place of A and B
 * ```
 * @param sellers in the order of the sweeps
 * @returns whether anything became better
 */
export function ruinAndRecreate(
  sellers: readonly Seller[],
  positions: Positions,
  ledger: CapacityLedger,
  isOver: IsOver,
): boolean {
  const contests = contestsOf(sellers);
  if (contests.length === 0) return false;
  const random = randomNumbers(SEED);
  let energies = Math.max(
    FEWEST_ENERGIES,
    SWEEPS * sellers.reduce((sum, seller) => sum + energiesOf(seller), 0),
  );
  let isImproved = false;
  while (energies > 0 && !isOver()) {
    const contest = contests[Math.floor(random() * contests.length)] ?? [];
    const company = someOf(contest, random);
    energies -= company.reduce((sum, seller) => sum + energiesOf(seller), 0);
    if (startOver(company, positions, ledger)) isImproved = true;
  }
  return isImproved;
}

/** For every request for which several sellers compete, those sellers. */
function contestsOf(sellers: readonly Seller[]): Seller[][] {
  const contests = new Map<Request, Seller[]>();
  for (const seller of sellers) {
    const { ask } = seller;
    for (const visible of seller.requests) {
      if (visible === undefined) continue;
      for (const [requests, asked] of [[visible.less, ask.down] as const, [visible.more, ask.up] as const])
        for (const request of requests) {
          if (request.worth < asked) break;
          const contest = contests.get(request);
          if (contest === undefined) contests.set(request, [seller]);
          else contest.push(seller);
        }
    }
  }
  return [...contests.values()].filter(({ length }) => length > 1);
}

/** A few of them, in any order, each once. */
function someOf(sellers: readonly Seller[], random: () => number): Seller[] {
  const company = new Set<Seller>();
  for (let choice = 0; choice < 2 * COMPANY && company.size < COMPANY; choice += 1)
    company.add(sellers[Math.floor(random() * sellers.length)]!);
  return [...company];
}

function startOver(company: readonly Seller[], positions: Positions, ledger: CapacityLedger): boolean {
  const before = company.flatMap((seller) => positions.get(seller) ?? []);
  for (const position of before) leave(position, ledger);
  const after: Position[] = [];
  for (const seller of company) {
    const response = bestResponse(seller, ledger);
    if (response !== undefined) after.push(takePosition(seller, response, ledger));
  }
  if (isBetter(worthOf(after), worthOf(before))) {
    for (const seller of company) positions.delete(seller);
    for (const position of after) positions.set(position.seller, position);
    return true;
  }
  for (const position of after.toReversed()) leave(position, ledger);
  for (const position of before) comeBack(position, ledger);
  return false;
}

function worthOf(positions: readonly Position[]): Worth {
  return positions.reduce<Worth>((sum, { response }) => addWorth(sum, response), NOTHING);
}

function energiesOf({ starts, cells }: Seller): number {
  return starts.length * cells;
}
