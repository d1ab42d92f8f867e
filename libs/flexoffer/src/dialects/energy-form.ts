import type { EnergyBounds, Slice, WattHours } from '../flex-offer.js';
import type { WireSlice } from '../schema/specification-1.js';
import { whPerUnit, type EnergyUnit, type Multiplier } from './energy-unit.js';
import { turnBounds, turnEnergy, turnPieces, turnRow, type SignConvention } from './sign.js';

type SliceKinds = Pick<
  WireSlice,
  'DependencyEnergyConstraintList' | 'UncertainThreshold' | 'UncertainFunctions'
>;

/** How the reader of a message wants its energies. */
export interface EnergyOptions {
  readonly sign: SignConvention;
  /** Where the unit or its multiplier is given, the message says both; absent: kWh, as everybody assumes. */
  readonly unit?: EnergyUnit;
  readonly multiplier?: Multiplier;
}

/** Writes the energies of one message. {@link EnergyScale} reads them back exactly. */
export class EnergyForm {
  readonly sign: SignConvention;
  private readonly whPerUnit: number;
  private readonly isSaid: boolean;
  private readonly multiplier: Multiplier;

  constructor({ sign, unit, multiplier }: EnergyOptions) {
    this.sign = sign;
    this.multiplier = multiplier ?? 'k';
    this.whPerUnit = whPerUnit(this.multiplier) ?? 1000;
    this.isSaid = unit !== undefined || multiplier !== undefined;
  }

  /** The fields that say the unit, if anybody asked for them. */
  unitFields(): { unit?: EnergyUnit; multiplier?: Multiplier } {
    return this.isSaid ? { unit: 'Wh', multiplier: this.multiplier } : {};
  }

  energy(wh: WattHours): number {
    return turnEnergy(wh, this.sign) / this.whPerUnit;
  }

  pair(bounds: EnergyBounds): { lower: number; upper: number } {
    const { lowerWh, upperWh } = turnBounds(bounds, this.sign);
    return { lower: lowerWh / this.whPerUnit, upper: upperWh / this.whPerUnit };
  }

  boundPair(bounds: EnergyBounds): { lowerBound: number; upperBound: number } {
    const { lower, upper } = this.pair(bounds);
    return { lowerBound: lower, upperBound: upper };
  }

  /** What a slice is beyond its bounds, in the specification's words; other forms have none of their own. */
  kindsOf({ dependency, uncertainty }: Slice): SliceKinds {
    return {
      ...(dependency === undefined
        ? {}
        : {
            DependencyEnergyConstraintList: dependency.map((row) => {
              const { a, b, cWh } = turnRow(row, this.sign);
              return [a, b, cWh / this.whPerUnit];
            }),
          }),
      ...(uncertainty === undefined
        ? {}
        : {
            UncertainThreshold: uncertainty.threshold,
            UncertainFunctions: turnPieces(uncertainty.pieces, this.sign).map((piece) => ({
              from: piece.fromWh / this.whPerUnit,
              to: piece.toWh / this.whPerUnit,
              coefficients: [...piece.coefficients],
            })),
          }),
    };
  }
}
