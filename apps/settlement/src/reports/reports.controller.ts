import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { Problem, notFound } from '#problem-details';
import { reportCsv } from '#settlement';
import { MoreThan } from 'typeorm';
import { maySee, ownParticipant } from '../access/own-participant.js';
import { ledgerBalances } from '../ledger/ledger-balances.js';
import { preferredFormat } from './media-type.js';
import { answerOf, listedAnswerOf, type ReportAnswer, type ReportSummary } from './report-answers.js';
import { paperReport } from './paper/paper-report.js';
import { Report } from './report.entity.js';
import { verifySettlement, type ReportVerification } from './verification.js';

/** What a report is made of can be as large as a book; a list does not read it. */
const LISTED = {
  ...{ reportId: true, runId: true, version: true, participantId: true, meterId: true, zone: true },
  ...{ from: true, to: true, knownAt: true, evidenceHash: true },
  summary: true,
} as const;

@ApiTags('Settlement reports')
@Access('prosumer', 'aggregator', 'brp', 'auditor', 'admin')
@Controller('settlement/v1/reports')
export class ReportsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Reports without their lines, by id; prosumers see their own' })
  async list(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('runId') runId?: string,
    @Query('participantId') participantId?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly ReportSummary[]> {
    const page = readPage(limit, cursor);
    if (participantId !== undefined && !maySee(sender, participantId)) return [];
    const whose = participantId ?? ownParticipant(sender);
    const rows = await this.database.dataSource.getRepository(Report).find({
      where: {
        ...(runId === undefined ? {} : { runId }),
        ...(whose === undefined ? {} : { participantId: whose }),
        ...(page.after === undefined ? {} : { reportId: MoreThan(page.after) }),
      },
      order: { reportId: 'ASC' },
      take: page.limit + 1,
      select: LISTED,
    });
    return sendPage(reply, page, rows, ({ reportId }) => reportId).map(listedAnswerOf);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A report, as JSON, as CSV, or as a page to print' })
  @ApiProduces('application/json', 'text/csv', 'application/pdf')
  async get(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Headers('accept') accept?: string,
  ): Promise<ReportAnswer | string | Buffer> {
    const report = await this.find(sender, id);
    const format = preferredFormat(accept);
    if (format === undefined)
      throw new Problem(
        406,
        'Not acceptable',
        'A report can be read as application/json, text/csv or application/pdf.',
      );
    void reply.header('vary', 'accept');
    if (format === 'application/json') return answerOf(report);
    if (format === 'application/pdf') {
      void reply
        .header('content-type', format)
        .header('content-disposition', `inline; filename="${report.reportId}.pdf"`);
      return paperReport(report, this.configuration.market.timeZone);
    }
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${report.reportId}.csv"`);
    return reportCsv(report.content);
  }

  @Get(':id/evidence')
  @ApiOperation({
    summary: 'Everything that the report was computed from; SHA-256 of the body is evidenceHash',
  })
  async evidence(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<string> {
    const { evidence } = await this.find(sender, id);
    void reply.header('content-type', 'application/json; charset=utf-8');
    return evidence;
  }

  @Get(':id/verification')
  @ApiOperation({ summary: 'Computes the report again from its evidence and names every difference' })
  async verification(@Sender() sender: Principal, @Param('id') id: string): Promise<ReportVerification> {
    const { reportId, content, evidence, operatorId, aggregatorId } = await this.find(sender, id);
    const balances = await ledgerBalances(this.database, { reportId });
    return verifySettlement({ report: content, evidence, balances }, { operatorId, aggregatorId });
  }

  private async find(sender: Principal, reportId: string): Promise<Report> {
    const report = await this.database.dataSource.getRepository(Report).findOneBy({ reportId });
    if (!report || !maySee(sender, report.participantId)) throw notFound(`report ${reportId}`);
    return report;
  }
}
