import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#configuration';
import { instantOf, type Instant } from '#flexoffer';
import { estimateMissing, localTime, validate, type Estimate, type Finding } from '#meter-data';
import { Database } from '#persistence';
import type { IntervalRange } from '../../interval-range/interval-range.js';
import { MeteringPoints } from '../../metering-points/metering-points.js';
import { countedIn } from '../registers/counted-energy.js';
import { knownIndexes } from '../registers/known-indexes.js';
import { meterCurves, type MeterCurve } from '../meter-curves.js';
import { MeterRegisters } from '../registers/meter-registers.js';

/** A local day, as far as it was asked for. */
export interface DayCompleteness {
  readonly day: string;
  /** 92, 96 or 100 for a whole day. */
  readonly quarters: number;
  readonly missing: number;
}

/** What is to be said of a meter's readings. Nothing of it changes what settles. */
export interface Validation {
  readonly days: readonly DayCompleteness[];
  readonly findings: readonly Finding[];
  readonly estimates: readonly Estimate[];
}

/** 45 days for like days, and one for local midnights. */
const HISTORY = 46 * 96;
const QUARTERS_AN_HOUR = 4;

@Injectable()
export class ReadingValidation {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MeteringPoints) private readonly meteringPoints: MeteringPoints,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** As the readings were known at `knownAt`. */
  async of(meterId: string, range: IntervalRange, knownAt: Instant): Promise<Validation> {
    const { from, to } = range;
    const history = Math.max(0, from - HISTORY);
    const question = { meterIds: [meterId], from: history, to, knownAt };
    const whole = (await meterCurves(this.database, question)).get(meterId);
    if (whole === undefined) throw new Error(`no curve of meter ${meterId}`);
    const most = (await this.meteringPoints.mostWhPerHour([meterId])).get(meterId);
    if (most === undefined) throw new Error(`nothing is known of the connection of meter ${meterId}`);
    const times = { meterId, from: instantOf(from), to: instantOf(to) };
    const registers = new MeterRegisters(await knownIndexes(this.database, [times], knownAt), knownAt);
    const curve = since(whole, from - history);
    const findings = validate({
      ...curve,
      most: {
        importWh: Math.floor(most.import / QUARTERS_AN_HOUR),
        exportWh: Math.floor(most.export / QUARTERS_AN_HOUR),
      },
      counted: {
        importWh: countedIn('import', registers.counting(), most.import).stretches,
        exportWh: countedIn('export', registers.counting(), most.export).stretches,
      },
    });
    const { timeZone } = this.configuration.market;
    const estimates = estimateMissing(whole, from - history, timeZone, new Set());
    return { days: completeness(curve, timeZone), findings, estimates };
  }
}

/** The curve from one of its places on. */
function since({ meterId, from, importWh, exportWh, origin }: MeterCurve, place: number): MeterCurve {
  return {
    meterId,
    from: from + place,
    importWh: importWh.subarray(place),
    exportWh: exportWh.subarray(place),
    origin: origin.subarray(place),
  };
}

function completeness({ from, origin }: MeterCurve, zone: string): DayCompleteness[] {
  const days = new Map<string, { quarters: number; missing: number }>();
  for (const [place, known] of origin.entries()) {
    const { day } = localTime(from + place, zone, new Set());
    const { quarters, missing } = days.get(day) ?? { quarters: 0, missing: 0 };
    days.set(day, { quarters: quarters + 1, missing: missing + Number(known === 0) });
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}
