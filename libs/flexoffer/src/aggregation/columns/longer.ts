/** A column of `size` numbers that begins with those of `column`; the others are 0. */
export function longer(column: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(size);
  result.set(column);
  return result;
}
