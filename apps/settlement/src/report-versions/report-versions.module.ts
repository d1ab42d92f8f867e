import { Module } from '@nestjs/common';
import { ReportVersionsController } from './report-versions.controller.js';

@Module({ controllers: [ReportVersionsController] })
export class ReportVersionsModule {}
