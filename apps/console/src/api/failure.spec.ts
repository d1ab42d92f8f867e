import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.js';

describe('an error answer', () => {
  it('gives its problem details', async () => {
    const body = JSON.stringify({ type: 'x', title: 'Forbidden', status: 403, detail: 'Not for prosumers.' });
    const failure = await failureOf(new Response(body, { status: 403 }), '/market/v1/gates');
    expect([failure.title, failure.detail, failure.refusesToken]).toEqual([
      'Forbidden',
      'Not for prosumers.',
      true,
    ]);
  });

  it('gives its status where it has none, as from a gateway', async () => {
    const failure = await failureOf(
      new Response('<h1>Bad gateway</h1>', { status: 502 }),
      '/market/v1/gates',
    );
    expect([failure.title, failure.refusesToken]).toEqual(['The platform answered with status 502', false]);
    expect(failure.detail).toContain('/market/v1/gates');
  });
});
