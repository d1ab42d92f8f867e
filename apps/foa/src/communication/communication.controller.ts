import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Sender, type Principal } from '#directory';
import { SchemaPipe, openApiSchema } from '#validation';
import type { CommunicationAnswer } from './communication-answer.js';
import { CommunicationRequest } from './communication-request.js';
import { CommunicationService } from './communication.service.js';

const requestPipe = new SchemaPipe(CommunicationRequest);

/** The poll protocol: the device always calls, the FOA always answers with all that it has to say. */
@ApiTags('Communication')
@Access('device')
@Controller('xems/v1/communication')
export class CommunicationController {
  constructor(@Inject(CommunicationService) private readonly communication: CommunicationService) {}

  @Get()
  @ApiOperation({ summary: 'A poll with nothing to send' })
  listen(@Sender() sender: Principal): CommunicationAnswer {
    return this.communication.listen(sender);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'A poll that carries packets; answers 200 also with a Nack' })
  @ApiBody({ schema: openApiSchema(CommunicationRequest) })
  take(
    @Sender() sender: Principal,
    @Body(requestPipe) request: CommunicationRequest,
  ): Promise<CommunicationAnswer> {
    return this.communication.take(sender, request);
  }
}
