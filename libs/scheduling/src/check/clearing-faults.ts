import type { Clearing, ClearingProblem } from '../clearing.js';
import { capacityFaults } from './capacity-faults.js';
import { conditionFaults } from './condition-faults.js';
import { priceFaults } from './price-faults.js';
import { clearingCase } from './case.js';
import { scheduleFaults } from './schedule-faults.js';
import { surplusFaults } from './surplus-faults.js';
import { tradeFaults } from './trade-faults.js';

/**
 * Every breach of a market rule or of an order's limits by a clearing, in words; empty if it may be committed.
 * Written from the rules alone, without the code of the search, so that the market can check a result before it
 * commits and an auditor afterwards. It checks that a clearing is lawful, not that it is the best.
 */
export function clearingFaults(problem: ClearingProblem, clearing: Clearing): string[] {
  const given = clearingCase(problem, clearing);
  const faults = [...scheduleFaults(given), ...tradeFaults(given)];
  // Sums over numbers that are not whole mean nothing, and big integers cannot be made of them.
  if (faults.length > 0) return faults;
  return [
    ...priceFaults(given),
    ...conditionFaults(given),
    ...capacityFaults(given),
    ...surplusFaults(given),
  ];
}
