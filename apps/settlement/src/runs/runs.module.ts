import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { RunWork } from './run-work.js';
import { Runs } from './runs.js';
import { RunsController } from './runs.controller.js';

@Module({ imports: [ReportsModule], controllers: [RunsController], providers: [Runs, RunWork] })
export class RunsModule {}
