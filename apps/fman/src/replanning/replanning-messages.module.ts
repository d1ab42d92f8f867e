import { Module } from '@nestjs/common';
import { DispatchModule } from '../dispatch/dispatch.module.js';
import { ReplanningMessages } from './replanning-messages.js';
import { ReplanningModule } from './replanning.module.js';

/** Apart from the rest of re-planning, which dispatch itself needs. */
@Module({ imports: [ReplanningModule, DispatchModule], controllers: [ReplanningMessages] })
export class ReplanningMessagesModule {}
