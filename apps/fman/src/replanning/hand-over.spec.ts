import { describe, expect, it } from '@jest/globals';
import { handOver } from './hand-over.js';

const energy = (id: string, energyWh: number) => ({ id, energyWh });
const parts = (...handed: ReturnType<typeof handOver>) =>
  handed.map(({ tradeId, takerId, energyWh }) => [tradeId, takerId, energyWh]);

describe('handing orders over', () => {
  it('MK-05 serves trade after trade, and what nobody does stays', () => {
    const handed = handOver([energy('t1', 4), energy('t2', 3)], [energy('a', 2), energy('b', 4)]);
    expect(parts(...handed)).toEqual([
      ['t1', 'a', 2],
      ['t1', 'b', 2],
      ['t2', 'b', 2],
    ]);
  });

  it('MK-05 passes over what is not owed and who has no room', () => {
    const handed = handOver([energy('t1', 0), energy('t2', 3)], [energy('a', 0), energy('b', 5)]);
    expect(parts(...handed)).toEqual([['t2', 'b', 3]]);
  });

  it('MK-05 hands nothing to nobody', () => {
    expect(handOver([energy('t1', 4)], [])).toEqual([]);
  });
});
