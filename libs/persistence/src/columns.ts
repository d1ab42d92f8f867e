import type { Instant } from '#flexoffer';
import { Column, PrimaryColumn, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** timestamptz in the table, epoch milliseconds in the code. */
export const instantTransformer: ValueTransformer = {
  to: (value: Instant | null | undefined) => (typeof value === 'number' ? new Date(value) : value),
  from: (value: Date | null) => (value === null ? null : value.getTime()),
};

/** bigint in the table, a number in the code; throws rather than lose a digit. */
export const safeIntegerTransformer: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : safeInteger(value)),
};

/** Reads PostgreSQL's bigint. @throws RangeError beyond 2^53 */
export function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a safe integer`);
  return number;
}

export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', transformer: instantTransformer, ...options });

export const PrimaryInstantColumn = (): PropertyDecorator =>
  PrimaryColumn({ type: 'timestamptz', transformer: instantTransformer });

export const SafeIntegerColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: safeIntegerTransformer, ...options });
