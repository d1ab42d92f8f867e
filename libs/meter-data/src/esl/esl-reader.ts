import { DateTime } from 'luxon';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { parseInstant, type Instant, type WattHours } from '#flexoffer';
import { wattHoursOf } from '../energy.js';
import type { MeterRefusal } from '../meter-value.js';
import { EARLIEST } from '../quarter-hours.js';
import { registerName } from '../registers/register-name.js';
import { XmlReader } from '../xml-reader.js';

/** What a register of active energy showed, as a billing document says it. */
export interface EslValue {
  /** The metering point's number with the operator; empty: it has none. */
  readonly internalNumber: string;
  /** On the meter itself. */
  readonly factoryNumber: string;
  /** As `RegisterName.name`. */
  readonly register: string;
  readonly at: Instant;
  /** Before the transformer. */
  readonly valueWh: WattHours;
  readonly line: number;
}

/** A row is a value, of a register that counts something else than active energy, or refused. */
export type EslItem =
  | { readonly kind: 'value'; readonly value: EslValue }
  | { readonly kind: 'other'; readonly line: number }
  | { readonly kind: 'refusal'; readonly refusal: MeterRefusal };

export const ESL_ROOT = 'ESLBillingData';

/**
 * Reads billing data of meters (ESL XML: `ESLBillingData`, `Meter`, `TimePeriod`, `ValueRow`) piece by piece. `end` of a
 * period is local time of `zone` unless it has an offset. Rows before the place where a document breaks off are good.
 */
export class EslReader extends XmlReader<EslItem> {
  protected readonly parser = new SaxesParser({ xmlns: false });
  private depth = 0;
  private meter = { internalNumber: '', factoryNumber: '' };
  private end = '';

  /**
   * @param zone IANA name
   * @param now no register can have been read after it
   */
  constructor(
    private readonly zone: string,
    private readonly now: Instant,
  ) {
    super();
    this.parser.on('doctype', () => this.stop('a document type definition is not allowed'));
    this.parser.on('error', (error) => this.stopMalformed(error));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', () => (this.depth -= 1));
  }

  protected refusal(line: number, reason: string): EslItem {
    return { kind: 'refusal', refusal: { line, reason } };
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    if (this.isOver) return;
    if (this.depth === 0 && name !== ESL_ROOT) return this.stop(`${name} is not ${ESL_ROOT}`);
    this.depth += 1;
    if (name === 'Meter') {
      const { internalNo = '', factoryNo = '' } = attributes;
      this.meter = { internalNumber: internalNo, factoryNumber: factoryNo };
      this.end = '';
    }
    if (name === 'TimePeriod') this.end = attributes['end'] ?? '';
    if (name === 'ValueRow') this.row(attributes['obis'] ?? '', attributes['value'] ?? '');
  }

  private row(obis: string, value: string): void {
    const register = registerName(obis);
    const { line } = this.parser;
    if (register === 'other') return this.add({ kind: 'other', line });
    if (register === undefined) return this.refuse(`obis ${obis} is no code of a register`);
    const at = this.instant(this.end);
    if (typeof at === 'string') return this.refuse(at);
    const { internalNumber, factoryNumber } = this.meter;
    if (factoryNumber === '' && internalNumber === '')
      return this.refuse('Meter has neither factoryNo nor internalNo');
    const valueWh = wattHoursOf(value, MOST_KWH_DIGITS);
    if (valueWh === undefined)
      return this.refuse(`value ${value} is not a number of kWh from 0 on, with at most three places`);
    this.add({ kind: 'value', value: { ...this.meter, register: register.name, at, valueWh, line } });
  }

  /** @returns in words what is wrong, if it is */
  private instant(text: string): Instant | string {
    const local = DateTime.fromISO(text, { zone: this.zone });
    const at = parseInstant(text) ?? (local.isValid && LOCAL.test(text) ? local.toMillis() : undefined);
    if (at === undefined) return `end ${text} is not a date and time`;
    if (at < EARLIEST) return `end ${text} is before 1995`;
    return at > this.now ? `end ${text} is in the future` : at;
  }
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;
/** Registers of large meters. */
const MOST_KWH_DIGITS = 10;
