import type { ServiceDefinition } from '#service';
import { DomsAdapterModule, FEATURES } from './doms-adapter.module.js';
import { DomsAdapter1763670000140 } from './migrations/1763670000140-doms-adapter.js';
import { StateVariables } from './polling/state-variables.entity.js';
import { RequestRow } from './requests/request.entity.js';

export const domsAdapterService: ServiceDefinition = {
  name: 'doms_adapter',
  path: 'doms',
  title: 'DOMS adapter: what grid operators ask for',
  module: DomsAdapterModule,
  features: FEATURES,
  storage: {
    schema: 'doms_adapter',
    entities: [RequestRow, StateVariables],
    migrations: [DomsAdapter1763670000140],
  },
};
