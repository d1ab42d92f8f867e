import { Module } from '@nestjs/common';
import { StreamModule } from '../stream/stream.module.js';
import { AlarmsController } from './alarms.controller.js';
import { Alarms } from './alarms.js';

@Module({ imports: [StreamModule], controllers: [AlarmsController], providers: [Alarms], exports: [Alarms] })
export class AlarmsModule {}
