import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIGURATION, type Configuration } from '#configuration';
import { Access, Sender, type Principal } from '#directory';
import { formatInstant } from '#flexoffer';
import { Database } from '#persistence';
import { notFound } from '#problem-details';
import { StateVariables } from './state-variables.entity.js';

@ApiTags('State variables')
@Access('dso', 'admin', 'brp', 'auditor')
@Controller('doms/v1/state-variables')
export class StateVariablesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the DOMS said last about its grid; a grid operator sees its own' })
  async latest(@Sender() { role, participant }: Principal): Promise<object> {
    const { participantId } = this.configuration.doms;
    const mayRead = role !== 'dso' || participant.id === participantId;
    const [row] = mayRead
      ? await this.database.dataSource
          .getRepository(StateVariables)
          .find({ where: { participantId }, order: { receivedAt: 'DESC' }, take: 1 })
      : [];
    if (!row) throw notFound('state of the grid yet');
    return { participantId, receivedAt: formatInstant(row.receivedAt.getTime()), stateVariables: row.body };
  }
}
