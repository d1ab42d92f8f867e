import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#clock';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Directory } from '#directory';
import { firstOpenInterval } from '../../gates/gate-time.js';
import type { MarketRuleContext } from './market-rule.js';

/** What orders are judged against at this moment. */
@Injectable()
export class MarketRules {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async context(): Promise<MarketRuleContext> {
    const now = this.clock.now();
    const nodes = await this.directory.gridNodes();
    return {
      now,
      firstInterval: firstOpenInterval(now, this.configuration.market.gateClosureSeconds),
      gridNodes: new Set(nodes.map(({ id }) => id)),
    };
  }
}
