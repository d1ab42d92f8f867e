/** Widths of a value in bytes: up to 4.29 GWh in a quarter-hour, and everything else. */
const NARROW = 4;
const WIDE = 8;
const MOST_NARROW = 2 ** 32 - 1;

/**
 * Whole Wh from 0 on as bytes, the lowest first: four a value, or eight (as a double, exact below 2^53) where one needs more.
 * A day of one direction takes 384 bytes; as a list of `bigint` PostgreSQL needs twice that and reads it from text.
 */
export function packedWattHours(values: Float64Array): Buffer {
  const width = values.every((value) => value <= MOST_NARROW) ? NARROW : WIDE;
  const bytes = Buffer.allocUnsafe(values.length * width);
  for (const [place, value] of values.entries())
    if (width === NARROW) bytes.writeUInt32LE(value, place * NARROW);
    else bytes.writeDoubleLE(value, place * WIDE);
  return bytes;
}

export function unpackedWattHours(bytes: Buffer, quarters: number): Float64Array {
  const values = new Float64Array(quarters);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isNarrow = bytes.length === quarters * NARROW;
  for (let place = 0; place < quarters; place += 1)
    values[place] = isNarrow ? view.getUint32(place * NARROW, true) : view.getFloat64(place * WIDE, true);
  return values;
}

/** One byte a quarter-hour, or one byte alone where all are the same. */
export function packedOrigins(origins: Uint8Array): Buffer {
  const [first] = origins;
  return Buffer.from(origins.every((origin) => origin === first) ? origins.subarray(0, 1) : origins);
}

export function unpackedOrigins(bytes: Buffer, quarters: number): Uint8Array {
  return bytes.length === 1 ? new Uint8Array(quarters).fill(bytes[0] ?? 0) : Uint8Array.from(bytes);
}
