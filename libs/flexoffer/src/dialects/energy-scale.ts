import type { EnergyBounds, WattHours } from '../flex-offer.js';
import { whOfKwh } from '../energy/kwh.js';
import type { MessageFields } from './message-fields.js';
import { turnBounds, turnEnergy, type SignConvention } from './sign.js';

/** Beyond this a value is no energy of a participant, and sums would leave the safe integers. */
const MOST_KWH = 1e9;

const KWH_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['k', 1],
  ['1', 0.001],
  ['M', 1000],
]);

/** Reads the energies of one message: its sign and its unit, to consumption-positive watt-hours. */
export class EnergyScale {
  private constructor(
    private readonly sign: SignConvention,
    private readonly kwhPerUnit: number,
  ) {}

  /** `multiplier` (`k` unless said otherwise) times `unit` (`Wh`, the only one supported). */
  static of(fields: MessageFields, sign: SignConvention): EnergyScale {
    const unit = fields.text('unit') ?? 'Wh';
    if (unit !== 'Wh')
      fields.fault('unit', `profiles in ${unit} are not supported yet, only Wh (with its multiplier)`);
    const multiplier = fields.text('multiplier') ?? 'k';
    const kwhPerUnit = KWH_PER_UNIT.get(multiplier);
    if (kwhPerUnit === undefined) fields.fault('multiplier', 'must be k, 1 or M');
    return new EnergyScale(sign, kwhPerUnit ?? 1);
  }

  /** Unrounded watt-hours, consumption-positive. */
  exactWh(fields: MessageFields, ...names: readonly string[]): number | undefined {
    const kwh = this.kwh(fields, ...names);
    return kwh === undefined ? undefined : turnEnergy(kwh * 1000, this.sign);
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

  private required(fields: MessageFields, ...names: readonly string[]): number | undefined {
    if (!fields.has(...names)) return fields.fault(names[0] ?? '', 'is missing');
    return this.kwh(fields, ...names);
  }

  private kwh(fields: MessageFields, ...names: readonly string[]): number | undefined {
    const value = fields.number(...names);
    if (value === undefined) return undefined;
    const kwh = value * this.kwhPerUnit;
    if (Math.abs(kwh) <= MOST_KWH) return kwh;
    return fields.fault(fields.find(...names)?.name ?? '', `must be at most ${MOST_KWH} kWh in size`);
  }
}
