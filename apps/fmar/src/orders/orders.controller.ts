import { Body, Controller, Delete, Get, Headers, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#clock';
import { Access, Sender, type Principal } from '#directory';
import { currentTrace } from '#observability';
import { readPage, readRange, sendPage } from '#paging';
import { Database } from '#persistence';
import { badRequest, conflict, forbidden, notFound } from '#problem-details';
import { SchemaPipe, openApiSchema } from '#validation';
import { OrderAmendment } from './order-amendment.js';
import { OrderIntake } from './order-intake.js';
import { OrderList, positionAfter, type ListedOrder } from './order-list.js';
import { OrderQuery } from './order-query.dto.js';
import { OrderRequest } from './order-request.js';
import { orderView } from './order-view.js';
import { OrderWithdrawal } from './order-withdrawal.js';
import { readOrder } from './read-order.js';
import { maySee, restrictedTo } from './visibility.js';

const requestPipe = new SchemaPipe(OrderRequest);

@ApiTags('Orders')
@Controller('market/v1/orders')
export class OrdersController {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(OrderIntake) private readonly intake: OrderIntake,
    @Inject(OrderList) private readonly orders: OrderList,
    @Inject(OrderWithdrawal) private readonly withdrawal: OrderWithdrawal,
    @Inject(OrderAmendment) private readonly amendment: OrderAmendment,
  ) {}

  @Post()
  @Access('dso', 'aggregator', 'admin')
  @ApiOperation({ summary: 'Ask for or offer energy; an order against the market rules is kept as refused' })
  @ApiBody({ schema: openApiSchema(OrderRequest) })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async submit(
    @Body(requestPipe) request: OrderRequest,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<object> {
    checkSide(sender, request);
    const read = readOrder(request, sender, this.clock.now(), idempotencyKey);
    if (!read.ok) throw badRequest(read.faults);
    const [outcome] = await this.database.transaction((transaction) =>
      this.intake.submit(transaction, [read.value], 'http', currentTrace()),
    );
    const { orderId } = read.value;
    if (outcome?.result === 'conflict')
      throw conflict(`There is already an order ${orderId} with another content.`);
    if (outcome?.result === 'repeated') void reply.status(200);
    return view(await this.visible(orderId, sender), sender);
  }

  @Get()
  @Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
  @ApiOperation({ summary: 'Orders as they were received; a grid operator sees its own' })
  async list(
    @Query() query: OrderQuery,
    @Sender() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly object[]> {
    const { side, state } = query;
    const participantId = query.participantId ?? restrictedTo(sender);
    if (participantId !== undefined && !maySee(sender, participantId)) return [];
    const page = readPage(query.limit, query.cursor);
    const filter = {
      ...(side === undefined ? {} : { side }),
      ...(state === undefined ? {} : { state }),
      ...(participantId === undefined ? {} : { participantId }),
      range: readRange(query.from, query.to),
    };
    const listed = await this.orders.list(filter, page);
    return sendPage(reply, page, listed, positionAfter).map((order) => view(order, sender));
  }

  @Get(':id')
  @Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
  @ApiOperation({ summary: 'One order and what became of it' })
  async one(@Param('id') id: string, @Sender() sender: Principal): Promise<object> {
    return view(await this.visible(id, sender), sender);
  }

  @Put(':id')
  @Access('dso', 'aggregator', 'admin')
  @ApiOperation({
    summary: 'Change an order that can still trade; what it has bought beyond that is released',
  })
  @ApiBody({ schema: openApiSchema(OrderRequest) })
  async amend(
    @Param('id') id: string,
    @Body(requestPipe) request: OrderRequest,
    @Sender() sender: Principal,
  ): Promise<object> {
    checkSide(sender, request);
    if (request.orderId !== undefined && request.orderId !== id)
      throw badRequest([{ path: 'orderId', message: `must be ${id}, as in the address` }]);
    const read = readOrder({ ...request, orderId: id }, sender, this.clock.now(), undefined);
    if (!read.ok) throw badRequest(read.faults);
    const outcome = await this.database.transaction((transaction) =>
      this.amendment.amend(transaction, read.value),
    );
    if (outcome.result === 'unknown') throw notFound(`order ${id}`);
    if (outcome.result === 'refused') throw badRequest(outcome.faults);
    if (outcome.result === 'closed')
      throw conflict(`Order ${id} is ${outcome.state} and can no longer be changed.`);
    return view(await this.visible(id, sender), sender);
  }

  @Delete(':id')
  @Access('dso', 'aggregator', 'admin')
  @ApiOperation({
    summary:
      'Withdraw an order; what a buy order has bought is released, as far as its delivery can still change',
  })
  async withdraw(@Param('id') id: string, @Sender() sender: Principal): Promise<object> {
    const { order } = await this.visible(id, sender);
    if (sender.role !== 'admin' && order.participantId !== sender.participant.id)
      throw notFound(`order ${id}`);
    const reason = `withdrawn by ${sender.participant.id}`;
    const withdrawn = await this.database.transaction((transaction) =>
      this.withdrawal.withdraw(transaction, id, reason),
    );
    const now = await this.visible(id, sender);
    if (!withdrawn && now.order.state !== 'withdrawn')
      throw conflict(`Order ${id} is ${now.order.state} and can no longer be withdrawn.`);
    return view(now, sender);
  }

  private async visible(id: string, sender: Principal): Promise<ListedOrder> {
    const listed = await this.orders.find(id);
    if (!listed || !maySee(sender, listed.order.participantId)) throw notFound(`order ${id}`);
    return listed;
  }
}

function checkSide({ role }: Principal, { side }: OrderRequest): void {
  if (role === 'dso' && side !== 'buy') throw forbidden('A grid operator only buys.');
  if (role === 'aggregator' && side !== 'sell') throw forbidden('An aggregator only sells.');
}

const view = ({ order, intervals }: ListedOrder, { participant }: Principal): object =>
  orderView(order, intervals, participant.signConvention);
