import type { ServiceDefinition } from '#service';
import { Communication } from './communication/communication.entity.js';
import { CommunicationModule } from './communication/communication.module.js';
import { DeviceOffer } from './flexibility/device-offer.entity.js';
import { FoaModule } from './foa.module.js';
import { Foa1763670000110 } from './migrations/1763670000110-foa.js';
import { OperationReading } from './operation-data/operation-reading.entity.js';
import { DeviceSchedule } from './schedules/device-schedule.entity.js';

export const foaService: ServiceDefinition = {
  name: 'foa',
  path: 'xems',
  title: 'FlexOffer Agent: what devices poll',
  module: FoaModule,
  features: [CommunicationModule],
  storage: {
    schema: 'foa',
    entities: [Communication, DeviceOffer, DeviceSchedule, OperationReading],
    migrations: [Foa1763670000110],
  },
};
