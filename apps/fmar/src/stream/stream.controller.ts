import { Controller, Headers, Inject, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, Sender, type Principal } from '#directory';
import { badRequest } from '#problem-details';
import { filter, map, merge, type Observable } from 'rxjs';
import { maySee } from '../orders/visibility.js';
import { EventFeed } from './event-feed.js';
import type { NumberedEvent } from './numbered-event.js';

@ApiTags('Stream')
@Access('admin', 'brp', 'auditor', 'aggregator', 'dso')
@Controller('market/v1/stream')
export class StreamController {
  constructor(@Inject(EventFeed) private readonly feed: EventFeed) {}

  @Sse()
  @ApiOperation({
    summary:
      'Gates, trades and orders as they happen: server-sent events; Last-Event-ID resumes after that event',
  })
  stream(
    @Sender() sender: Principal,
    @Headers('last-event-id') lastEventId?: string,
  ): Observable<MessageEvent> {
    const events = this.feed.follow(positionOf(lastEventId)).pipe(
      filter(({ concerns }) => concerns === null || concerns.some((party) => maySee(sender, party))),
      map(messageOf),
    );
    return merge(events, this.feed.beats.pipe(map(() => ({ comment: 'still here' }))));
  }
}

function positionOf(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  const position = Number(lastEventId);
  if (/^\d+$/.test(lastEventId) && Number.isSafeInteger(position)) return position;
  throw badRequest([{ path: 'Last-Event-ID', message: 'must be the id of an event of this stream' }]);
}

function messageOf({ seq, kind, data }: NumberedEvent): MessageEvent {
  return { id: String(seq), type: kind, data };
}
