import { createPrivateKey } from 'node:crypto';

/** One environment variable: its name, what it may be, and how to read it. */
export interface Setting<T> {
  readonly name: string;
  readonly allowed: string;
  /** Undefined: not allowed. */
  readonly parse: (text: string) => T | undefined;
}

export const text = (name: string, pattern: RegExp, allowed: string): Setting<string> => ({
  name,
  allowed,
  parse: (value) => (pattern.test(value) ? value : undefined),
});

export const integer = (name: string, minimum: number, maximum: number): Setting<number> => ({
  name,
  allowed: `a whole number from ${minimum} to ${maximum}`,
  parse: (value) => {
    const number = Number(value);
    return /^\d+$/.test(value) && number >= minimum && number <= maximum ? number : undefined;
  },
});

export const oneOf = <T extends string>(name: string, ...values: readonly T[]): Setting<T> => ({
  name,
  allowed: `one of ${values.join(', ')}`,
  parse: (value) => values.find((allowed) => allowed === value),
});

export const url = (name: string, ...protocols: readonly string[]): Setting<string> => ({
  name,
  allowed: `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  parse: (value) => (URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value : undefined),
});

export const instant = (name: string): Setting<number> => ({
  name,
  allowed: 'an ISO 8601 instant such as 2024-03-11T23:00:00Z',
  parse: (value) => {
    const parsed = Date.parse(value);
    return Number.isNaN(parsed) ? undefined : parsed;
  },
});

export const timeZone = (name: string): Setting<string> => ({
  name,
  allowed: 'an IANA time zone such as Europe/Luxembourg',
  parse: (value) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  },
});

export const ed25519PrivateKey = (name: string): Setting<string> => ({
  name,
  allowed: 'an Ed25519 private key, PKCS #8 in base64',
  parse: (value) => {
    try {
      const key = createPrivateKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'pkcs8' });
      return key.asymmetricKeyType === 'ed25519' ? value : undefined;
    } catch {
      // Node.js has many kinds of errors for what is no key, and all mean the same here.
      return undefined;
    }
  },
});
export const days = (name: string): Setting<readonly string[]> => ({
  name,
  allowed: 'days such as 2026-01-01,2026-04-06',
  parse: (value) => {
    const found = value.split(',').map((day) => day.trim());
    return found.every(isDay) ? [...new Set(found)].sort() : undefined;
  },
});

/** A date that the calendar has: a 31st of a shorter month comes back as another one, or as none. */
function isDay(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
