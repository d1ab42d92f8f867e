import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Sender, type Principal } from '#directory';
import { currentTrace } from '#observability';
import { readPage, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest, conflict, notFound } from '#problem-details';
import { openApiSchema } from '#validation';
import { PostedRequest } from './flexibility-request.js';
import { RequestIntake, type RequestOutcome } from './request-intake.js';
import { RequestList } from './request-list.js';
import { requestView } from './request-view.js';

const MOST_AT_ONCE = 1000;

@ApiTags('Flexibility requests')
@Controller('doms/v1/flexibility-requests')
export class RequestsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RequestIntake) private readonly intake: RequestIntake,
    @Inject(RequestList) private readonly requests: RequestList,
  ) {}

  @Post()
  @Access('dso', 'admin')
  @ApiOperation({
    summary: 'Ask for energy without a DOMS: one request, or a list of them with an answer for each',
  })
  @ApiBody({ schema: openApiSchema(PostedRequest) })
  async submit(
    @Body() body: unknown,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | readonly object[]> {
    const items: readonly unknown[] = Array.isArray(body) ? body : [body];
    if (items.length > MOST_AT_ONCE)
      throw badRequest([{ path: '', message: `must have at most ${MOST_AT_ONCE} requests` }]);
    const participantId = sender.participant.id;
    const outcomes = await this.database.transaction((transaction) =>
      this.intake.take(transaction, { participantId, source: 'posted', items, trace: currentTrace() }),
    );
    if (!outcomes.some(({ result }) => result === 'taken')) void reply.status(200);
    const answers = outcomes.map((outcome) => this.answer(outcome, participantId));
    if (Array.isArray(body)) return Promise.all(answers);
    throwRefusal(outcomes);
    return Promise.all(answers).then(([answer]) => answer ?? {});
  }

  @Get()
  @Access('dso', 'admin', 'brp', 'auditor')
  @ApiOperation({ summary: 'Requests as they came, with their results so far; a grid operator sees its own' })
  async list(
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<readonly object[]> {
    const page = readPage(limit, cursor);
    const rows = await this.requests.list(ownOnly(sender), page);
    return sendPage(reply, page, rows, (row) => this.requests.positionAfter(row)).map(requestView);
  }

  @Get(':requestId')
  @Access('dso', 'admin', 'brp', 'auditor')
  @ApiOperation({ summary: 'One request with its result so far' })
  async one(
    @Param('requestId') requestId: string,
    @Sender() sender: Principal,
    @Query('participantId') participantId?: string,
  ): Promise<object> {
    const row = await this.requests.find(requestId, ownOnly(sender) ?? participantId);
    if (!row) throw notFound(`request ${requestId}`);
    return requestView(row);
  }

  private async answer(outcome: RequestOutcome, participantId: string): Promise<object> {
    const { requestId, result, faults } = outcome;
    if (result === 'refused') return { requestId, result: 'rejected', errors: faults };
    if (result === 'conflict' || requestId === undefined)
      return { requestId, result: 'rejected', reason: conflictOf(requestId) };
    const row = await this.requests.find(requestId, participantId);
    return row ? requestView(row) : {};
  }
}

function throwRefusal([outcome]: readonly RequestOutcome[]): void {
  if (outcome?.result === 'refused') throw badRequest(outcome.faults);
  if (outcome?.result === 'conflict') throw conflict(conflictOf(outcome.requestId));
}

const conflictOf = (requestId: string | undefined): string =>
  `There is already a request ${requestId ?? ''} with another content.`;

const ownOnly = ({ role, participant }: Principal): string | undefined =>
  role === 'dso' ? participant.id : undefined;
