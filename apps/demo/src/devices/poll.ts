import type { IntervalIndex } from '#flexoffer';
import { CommunicationAnswer } from '../platform/answers.js';
import { PlatformError, type Call, type Platform } from '../platform/platform.js';
import type { Device } from './device.js';
import type { Journal } from './journal.js';

const PATH = '/xems/v1/communication';

/** One poll: what the device has to say goes out, and what it is told is in the journal before this resolves. */
export async function poll(
  platform: Platform,
  device: Device,
  token: string,
  interval: IntervalIndex,
  journal: Journal,
): Promise<void> {
  const request = device.requestAt(interval, journal);
  const call: Call =
    request === undefined
      ? { method: 'GET', path: PATH, token }
      : { method: 'POST', path: PATH, token, body: request };
  const answer = await platform.call(call, CommunicationAnswer);
  const { result, errors } = answer.acknowledgement;
  if (result !== 'Ack')
    throw new PlatformError(
      call.method,
      PATH,
      `${request?.messageId ?? 'poll'}: ${result} ${JSON.stringify(errors)}`,
    );
  const news = device.newsOf(interval, answer);
  if (news !== undefined) journal.record(news);
}
