import { Module } from '@nestjs/common';
import { DispatchModule } from './dispatch/dispatch.module.js';
import { FlexOffersModule } from './flexoffers/flex-offers.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { ReplanningModule } from './replanning/replanning.module.js';

export const FEATURES = [FlexOffersModule, PortfolioModule, IntakeModule, DispatchModule, ReplanningModule];

@Module({ imports: FEATURES })
export class FmanModule {}
