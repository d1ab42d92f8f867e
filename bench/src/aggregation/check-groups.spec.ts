import { describe, expect, it } from '@jest/globals';
import { WrongResult } from '../benchmark.js';
import { insertAll, newGrouping } from './aggregation.js';
import { checkGroups, checkTolerances, checkWorkload } from './check-groups.js';
import { workloadColumns } from './workload-columns.js';

describe('the checks of the aggregation benchmark', () => {
  const { columns } = workloadColumns(1000);
  const grouping = newGrouping(columns);
  insertAll(grouping, 1000);
  const groups = grouping.groups();

  it('accept the known workload and its groups', () => {
    checkWorkload(1000, columns);
    checkGroups(groups, columns);
    checkTolerances(groups, 4);
  });

  it.each([
    ['a missing group', () => checkGroups(groups.slice(1), columns)],
    ['another workload', () => checkWorkload(1000, workloadColumns(999).columns)],
    ['members too far apart', () => checkTolerances(groups, 0)],
  ])('refuse %s', (_, check) => {
    expect(check).toThrow(WrongResult);
  });
});
