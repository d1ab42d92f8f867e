import { Module } from '@nestjs/common';
import { DelegationModule } from './delegation/delegation.module.js';
import { DispatchModule } from './dispatch/dispatch.module.js';
import { FlexOffersModule } from './flexoffers/flex-offers.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { ReplanningMessagesModule } from './replanning/replanning-messages.module.js';
import { ReplanningModule } from './replanning/replanning.module.js';

export const FEATURES = [
  FlexOffersModule,
  PortfolioModule,
  IntakeModule,
  DispatchModule,
  ReplanningModule,
  ReplanningMessagesModule,
  DelegationModule,
  IndicatorsModule,
];

@Module({ imports: FEATURES })
export class FmanModule {}
