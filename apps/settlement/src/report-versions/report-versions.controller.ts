import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Sender, type Principal } from '#directory';
import { formatInstant } from '#flexoffer';
import { Database } from '#persistence';
import { notFound } from '#problem-details';
import {
  explainVersion,
  type Evidence,
  type ProvenVersion,
  type UncontractedEvidence,
  type VersionDifferences,
} from '#settlement';
import { maySee } from '../access/own-participant.js';
import { Report } from '../reports/report.entity.js';

interface VersionAnswer {
  readonly reportId: string;
  readonly version: number;
  readonly knownAt: string;
}

type DifferencesAnswer = VersionAnswer &
  (
    | ({ readonly before: VersionAnswer } & VersionDifferences)
    | { readonly before: null; readonly words: readonly string[] }
  );

@ApiTags('Settlement reports')
@Controller('settlement/v1/reports')
export class ReportVersionsController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get(':id/differences')
  @Access('prosumer', 'aggregator', 'brp', 'auditor', 'admin')
  @ApiOperation({ summary: 'Why this version says something else than the one before, in words and figures' })
  async differences(@Sender() sender: Principal, @Param('id') reportId: string): Promise<DifferencesAnswer> {
    const report = await this.database.dataSource.getRepository(Report).findOneBy({ reportId });
    if (!report || !maySee(sender, report.participantId)) throw notFound(`report ${reportId}`);
    const before = await this.versionBefore(report);
    if (!before) {
      const words = ['This meter had no report for the period before: there is nothing to compare with.'];
      return { ...answerOf(report), before: null, words };
    }
    const changes = explainVersion(provenOf(before), provenOf(report));
    return { ...answerOf(report), before: answerOf(before), ...changes };
  }

  /** Of the same meter, and of the same contract if it had a report then. */
  private async versionBefore(report: Report): Promise<Report | undefined> {
    const { participantId, from, to, version, meterId, content } = report;
    const earlier = await this.database.dataSource.getRepository(Report).find({
      where: { participantId, from, to, version: version - 1 },
      order: { reportId: 'ASC' },
    });
    const ofMeter = earlier.filter((each) => each.meterId === meterId);
    const ofContract = ofMeter.filter((each) => each.content.contractId === content.contractId);
    const ofVersion = ofContract.find((each) => each.content.contractVersion === content.contractVersion);
    return ofVersion ?? ofContract[0] ?? ofMeter[0];
  }
}

function provenOf({ content, evidence }: Report): ProvenVersion {
  return { report: content, evidence: JSON.parse(evidence) as Evidence | UncontractedEvidence };
}

function answerOf({ reportId, version, knownAt }: Report): VersionAnswer {
  return { reportId, version, knownAt: formatInstant(knownAt) };
}
