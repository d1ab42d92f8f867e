import { Module } from '@nestjs/common';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { FlexOffersModule } from '../flexoffers/flex-offers.module.js';
import { PortfolioModule } from '../portfolio/portfolio.module.js';
import { ReplanningModule } from '../replanning/replanning.module.js';
import { Intake } from './intake.js';
import { IntakeController } from './intake.controller.js';
import { IntakeMessages } from './intake-messages.js';
import { OfferChange } from './offer-change.js';
import { PostedOfferReader } from './posted-offer-reader.js';
import { Posting } from './posting.js';
import { Withdrawal } from './withdrawal.js';

@Module({
  imports: [FlexOffersModule, PortfolioModule, DispatchModule, ReplanningModule],
  controllers: [IntakeController, IntakeMessages],
  providers: [Intake, Posting, PostedOfferReader, OfferChange, Withdrawal],
})
export class IntakeModule {}
