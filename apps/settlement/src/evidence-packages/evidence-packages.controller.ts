import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '#directory';
import { formatInstant, instantOf } from '#flexoffer';
import { Database } from '#persistence';
import { conflict, notFound } from '#problem-details';
import { writePackage, type PackagedRun } from '#settlement';
import { Run } from '../runs/run.entity.js';
import { packagedReports } from './packaged-reports.js';
import { SigningKeys } from './signing-keys.js';

@ApiTags('Evidence packages')
@Controller('settlement/v1/runs')
export class EvidencePackagesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SigningKeys) private readonly signingKeys: SigningKeys,
  ) {}

  @Get(':runId/evidence-package')
  @Access('brp', 'auditor', 'admin')
  @ApiOperation({
    summary: 'Everything needed to compute each figure of a completed run again; npx atp verify does',
  })
  @ApiProduces('application/x-ndjson')
  async get(@Param('runId') runId: string): Promise<StreamableFile> {
    const run = await this.database.dataSource.getRepository(Run).findOneBy({ runId });
    if (!run) throw notFound(`run ${runId}`);
    if (run.state !== 'completed')
      throw conflict(`Run ${runId} is not completed: it has not all its reports.`);
    const reports = packagedReports(this.database, runId);
    const lines = writePackage(packagedRun(run), reports, await this.signingKeys.current());
    return new StreamableFile(Readable.from(lines), {
      type: 'application/x-ndjson',
      disposition: `attachment; filename="${runId}.evidence.ndjson"`,
    });
  }
}

function packagedRun({ runId, from, to, scopeParticipantId, knownAt }: Run): PackagedRun {
  return {
    runId,
    from: formatInstant(instantOf(from)),
    to: formatInstant(instantOf(to)),
    participantId: scopeParticipantId,
    knownAt: formatInstant(knownAt),
  };
}
