import { PRICING_POLICIES, type Configuration } from './configuration.js';
import {
  days,
  ed25519PrivateKey,
  instant,
  integer,
  oneOf,
  text,
  timeZone,
  url,
  type Setting,
} from './settings.js';

/** A setting that is not what it must be; the message names it and says what is allowed. */
export class ConfigurationError extends Error {
  constructor(faults: readonly string[]) {
    super(
      `The platform cannot start with these settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

const IDENTIFIER = /^[A-Za-z0-9._-]{1,64}$/;
const IDENTIFIER_RULE = '1 to 64 letters, digits, dots, dashes or underscores';

/**
 * Reads and checks all settings at once.
 *
 * @param environment usually `process.env`
 * @throws ConfigurationError that lists every bad setting, not only the first
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const faults: string[] = [];
  const optional = <T>(setting: Setting<T>): T | undefined => {
    const value = environment[setting.name];
    if (value === undefined || value === '') return undefined;
    const parsed = setting.parse(value);
    if (parsed === undefined) faults.push(`${setting.name} must be ${setting.allowed}`);
    return parsed;
  };
  const required = <T>(setting: Setting<T>, otherwise: T): T => optional(setting) ?? otherwise;

  const gateIntervalSeconds = required(integer('ATP_GATE_INTERVAL_SECONDS', 60, 900), 60);
  const publicationLeadSeconds = required(integer('ATP_PUBLICATION_LEAD_SECONDS', 1, 899), 30);
  if (900 % gateIntervalSeconds !== 0) faults.push('ATP_GATE_INTERVAL_SECONDS must divide 900');
  if (publicationLeadSeconds >= gateIntervalSeconds)
    faults.push('ATP_PUBLICATION_LEAD_SECONDS must be less than ATP_GATE_INTERVAL_SECONDS');

  const configuration: Configuration = {
    host: required(text('ATP_HOST', /^[\w.:-]+$/, 'a host name or address'), '127.0.0.1'),
    port: required(integer('ATP_PORT', 0, 65535), 3000),
    dataDirectory: required(text('ATP_DATA', /./, 'a directory'), 'data'),
    ...defined('databaseUrl', optional(url('DATABASE_URL', 'postgres:', 'postgresql:'))),
    ...defined('redisUrl', optional(url('REDIS_URL', 'redis:', 'rediss:'))),
    ...defined(
      'adminToken',
      optional(text('ATP_ADMIN_TOKEN', /^\S{16,}$/, 'at least 16 characters without spaces')),
    ),
    ...defined('signingKey', optional(ed25519PrivateKey('ATP_SIGNING_KEY'))),
    ...defined('simulatedTime', optional(instant('ATP_SIMULATED_TIME'))),
    logLevel: required(oneOf('ATP_LOG_LEVEL', 'debug', 'info', 'warn', 'error'), 'info'),
    bodyLimitBytes: required(integer('ATP_BODY_LIMIT_BYTES', 1024, 1 << 28), 1 << 20),
    ...defined('meterDataFolder', optional(text('ATP_METER_DATA_FOLDER', /./, 'a directory'))),
    market: {
      timeZone: required(timeZone('ATP_TIME_ZONE'), 'Europe/Luxembourg'),
      holidays: required(days('ATP_HOLIDAYS'), []),
      currency: required(text('ATP_CURRENCY', /^[A-Z]{3}$/, 'an ISO 4217 code such as EUR'), 'EUR'),
      gateIntervalSeconds,
      publicationLeadSeconds,
      gateClosureSeconds: required(integer('ATP_GATE_CLOSURE_SECONDS', 0, 86400), 300),
      pricing: required(oneOf('ATP_PRICING', ...PRICING_POLICIES), 'pay-as-bid'),
      zoneDepth: required(integer('ATP_ZONE_DEPTH', 1, 16), 2),
      aggregatorId: required(text('ATP_AGGREGATOR_ID', IDENTIFIER, IDENTIFIER_RULE), 'aggregator'),
      operatorId: required(text('ATP_OPERATOR_ID', IDENTIFIER, IDENTIFIER_RULE), 'operator'),
      startToleranceIntervals: required(integer('ATP_START_TOLERANCE_INTERVALS', 0, 96), 4),
      timeFlexibilityToleranceIntervals: required(
        integer('ATP_TIME_FLEXIBILITY_TOLERANCE_INTERVALS', 0, 96),
        0,
      ),
    },
    doms: {
      ...defined('url', optional(url('DOMS_URL', 'http:', 'https:'))),
      participantId: required(text('ATP_DOMS_PARTICIPANT_ID', IDENTIFIER, IDENTIFIER_RULE), 'dso'),
      pollSeconds: required(integer('ATP_DOMS_POLL_SECONDS', 1, 86400), 60),
      pollOffsetSeconds: required(integer('ATP_DOMS_POLL_OFFSET_SECONDS', 0, 899), 0),
    },
  };
  if (faults.length > 0) throw new ConfigurationError(faults);
  return configuration;
}

function defined<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
