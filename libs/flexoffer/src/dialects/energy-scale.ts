import type { EnergyBounds, WattHours } from '../flex-offer.js';
import { whOfKwh } from '../energy/kwh.js';
import { whPerUnit } from './energy-unit.js';
import type { MessageFields } from './message-fields.js';
import type { ReadOptions } from './read-options.js';
import { turnBounds, turnEnergy, type SignConvention } from './sign.js';

/** Beyond this a value is no energy of a participant, and sums would leave the safe integers. */
const MOST_KWH = 1e9;

/** Reads the energies of one message: its sign and its unit, to consumption-positive watt-hours. */
export class EnergyScale {
  private constructor(
    readonly sign: SignConvention,
    private readonly kwhPerUnit: number,
  ) {}

  /** `multiplier` times `unit`: the message's own words, else those of the options, else kWh. */
  static of(fields: MessageFields, options: Pick<ReadOptions, 'sign' | 'unit' | 'multiplier'>): EnergyScale {
    const unit = fields.text('unit') ?? options.unit ?? 'Wh';
    if (unit !== 'Wh') {
      const reason = unit === 'VAh' || unit === 'V' ? 'is not energy' : 'is not a unit of the specification';
      fields.fault(
        'unit',
        `profiles in ${unit} are not supported: ${unit} ${reason}, only Wh (with its multiplier) is`,
      );
    }
    const multiplier = fields.text('multiplier') ?? options.multiplier ?? 'k';
    const perUnit = whPerUnit(multiplier);
    if (perUnit === undefined) fields.fault('multiplier', 'must be k, 1 or M');
    return new EnergyScale(options.sign, (perUnit ?? 1000) / 1000);
  }

  /** Unrounded watt-hours, consumption-positive. */
  exactWh(fields: MessageFields, ...names: readonly string[]): number | undefined {
    const kwh = this.kwh(fields, ...names);
    return kwh === undefined ? undefined : turnEnergy(kwh * 1000, this.sign);
  }

  /** An energy in the message's sign, consumption-positive. */
  turned(energyWh: number): number {
    return turnEnergy(energyWh, this.sign);
  }

  /** A number of the message's unit in watt-hours, in the message's sign. */
  whOf(value: number): number {
    return value * this.kwhPerUnit * 1000;
  }

  /** Whether a number of the message's unit can be an energy of a participant. */
  isEnergy(value: number): boolean {
    return Math.abs(value * this.kwhPerUnit) <= MOST_KWH;
  }

  /**
   * Bounds in whole watt-hours, rounded inwards. The two may come in either order (the specification's own example
   * has -5.1 and -16.89). A pair too narrow to hold a whole watt-hour becomes the value nearest to its middle.
   */
  bounds(fields: MessageFields): EnergyBounds | undefined {
    const one = this.required(fields, 'lower', 'lowerBound');
    const other = this.required(fields, 'upper', 'upperBound');
    if (one === undefined || other === undefined) return undefined;
    const [lower, upper] = [Math.min(one, other), Math.max(one, other)];
    const [lowerWh, upperWh] = [whOfKwh(lower, 'up'), whOfKwh(upper, 'down')];
    const middleWh: WattHours = whOfKwh((lower + upper) / 2, 'nearest');
    return turnBounds(
      lowerWh <= upperWh ? { lowerWh, upperWh } : { lowerWh: middleWh, upperWh: middleWh },
      this.sign,
    );
  }

  /** An energy in kWh, in the message's sign; a fault if it is absent. */
  required(fields: MessageFields, ...names: readonly string[]): number | undefined {
    if (!fields.has(...names)) return fields.fault(names[0] ?? '', 'is missing');
    return this.kwh(fields, ...names);
  }

  private kwh(fields: MessageFields, ...names: readonly string[]): number | undefined {
    const value = fields.number(...names);
    if (value === undefined) return undefined;
    if (this.isEnergy(value)) return value * this.kwhPerUnit;
    return fields.fault(fields.find(...names)?.name ?? '', `must be at most ${MOST_KWH} kWh in size`);
  }
}
