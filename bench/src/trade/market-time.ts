import { formatInstant, type Instant } from '#flexoffer';
import type { HttpClient } from '../http-client.js';

/** Moves simulated time; resolves when the platform has done all that was due by then. */
export function moveTo(platform: HttpClient, admin: string, instant: Instant): Promise<void> {
  const json = JSON.stringify({ now: formatInstant(instant) });
  return platform.send({ method: 'POST', path: '/admin/v1/clock', token: admin, json });
}
