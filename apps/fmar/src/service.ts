import type { ServiceDefinition } from '#service';
import { Alarm } from './alarms/alarm.entity.js';
import { FEATURES, FmarModule } from './fmar.module.js';
import { ClearingRecord } from './gates/clearing.entity.js';
import { CommittedChangeRow } from './gates/committed-change.entity.js';
import { Gate } from './gates/gate.entity.js';
import { Fmar1763670000130 } from './migrations/1763670000130-fmar.js';
import { Releases1763670000131 } from './migrations/1763670000131-releases.js';
import { BuyInterval } from './orders/buy-interval.entity.js';
import { MarketOrder } from './orders/market-order.entity.js';
import { OrderVersion } from './orders/order-version.entity.js';
import { TradeRelease } from './releases/trade-release.entity.js';
import { MarketEvent } from './stream/market-event.entity.js';
import { Trade } from './trades/trade.entity.js';

export const fmarService: ServiceDefinition = {
  name: 'fmar',
  path: 'market',
  title: 'Flexibility market: orders, gates, clearing, trades',
  module: FmarModule,
  features: FEATURES,
  storage: {
    schema: 'fmar',
    entities: [
      MarketOrder,
      OrderVersion,
      BuyInterval,
      Gate,
      ClearingRecord,
      Alarm,
      CommittedChangeRow,
      Trade,
      TradeRelease,
      MarketEvent,
    ],
    migrations: [Fmar1763670000130, Releases1763670000131],
  },
};
