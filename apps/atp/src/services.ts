import type { ServiceDefinition } from '#service';
import { administrationService } from '../../administration/src/service.js';
import { domsAdapterService } from '../../doms-adapter/src/service.js';
import { fmanService } from '../../fman/src/service.js';
import { fmarService } from '../../fmar/src/service.js';
import { foaService } from '../../foa/src/service.js';
import { settlementService } from '../../settlement/src/service.js';

/** Every service of the platform, along the way of one trade. */
export const ALL_SERVICES: readonly ServiceDefinition[] = [
  administrationService,
  foaService,
  fmanService,
  fmarService,
  domsAdapterService,
  settlementService,
];
