import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './read-configuration.js';

describe('the configuration', () => {
  it('has a default for everything that is no secret', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({ port: 3000, market: { currency: 'EUR', gateIntervalSeconds: 60 } });
    expect(configuration).not.toHaveProperty('adminToken');
  });

  it('has holidays each once and in order', () => {
    const { market } = readConfiguration({ ATP_HOLIDAYS: '2026-12-25, 2026-01-01,2026-12-25' });
    expect(market.holidays).toEqual(['2026-01-01', '2026-12-25']);
  });

  it('names every bad setting and what is allowed', () => {
    const read = (): unknown =>
      readConfiguration({
        ATP_PORT: '99999',
        ATP_TIME_ZONE: 'Mars/North',
        DATABASE_URL: 'mysql://x',
        ATP_CURRENCY: 'eur',
      });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/ATP_PORT must be a whole number from 0 to 65535/);
    expect(read).toThrow(/ATP_TIME_ZONE must be an IANA time zone/);
    expect(read).toThrow(/DATABASE_URL must be an address that starts with postgres:/);
    expect(read).toThrow(/ATP_CURRENCY must be an ISO 4217 code/);
  });

  it.each([
    [{ ATP_GATE_INTERVAL_SECONDS: '420' }, /must divide 900/],
    [{ ATP_PUBLICATION_LEAD_SECONDS: '60' }, /must be less than ATP_GATE_INTERVAL_SECONDS/],
    [{ ATP_HOLIDAYS: '2026-01-01,2026-02-30' }, /ATP_HOLIDAYS must be days such as/],
    [{ ATP_ADMIN_TOKEN: 'short' }, /at least 16 characters/],
    [{ ATP_SIGNING_KEY: 'bm8ga2V5' }, /ATP_SIGNING_KEY must be an Ed25519 private key/],
  ])('refuses %j', (environment, message) => {
    expect(() => readConfiguration(environment)).toThrow(message);
  });
});
