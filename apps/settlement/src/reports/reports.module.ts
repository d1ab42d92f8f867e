import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { MeteringPointsModule } from '../metering-points/metering-points.module.js';
import { ReportWriter } from './report-writer.js';
import { ReportsController } from './reports.controller.js';

@Module({
  imports: [ContractsModule, MeteringPointsModule],
  controllers: [ReportsController],
  providers: [ReportWriter],
  exports: [ReportWriter],
})
export class ReportsModule {}
