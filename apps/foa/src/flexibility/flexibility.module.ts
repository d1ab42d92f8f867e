import { Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { DeviceOffers } from './device-offers.js';
import { FlexibilityMessages } from './flexibility-messages.js';

@Module({
  imports: [MailboxModule],
  controllers: [FlexibilityMessages],
  providers: [DeviceOffers],
  exports: [DeviceOffers],
})
export class FlexibilityModule {}
