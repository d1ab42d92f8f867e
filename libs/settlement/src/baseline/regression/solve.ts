/** A square matrix by its rows. */
export type Matrix = readonly (readonly number[])[];

/** A pivot below this share of its row's size means that the unknown depends on the others. */
const SINGULAR = 1e-10;

/**
 * The solution of `matrix * x = right` for a symmetric matrix without negative eigenvalues (normal equations), by
 * Gauss-Jordan elimination along the diagonal. An unknown that depends on earlier ones, or that has no data, is 0.
 *
 * Only the four operations are used, in a fixed order: the same input gives the same bits on every machine.
 */
export function solveNormalEquations(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = right.length;
  const used = rows.map((_, pivot) => eliminate(rows, pivot, (matrix[pivot]?.[pivot] ?? 0) * SINGULAR));
  return used.map((isUsed, index) => {
    const row = rows[index] ?? [];
    return isUsed ? (row[size] ?? 0) / (row[index] ?? 1) : 0;
  });
}

function eliminate(rows: number[][], pivot: number, least: number): boolean {
  const pivotRow = rows[pivot] ?? [];
  const divisor = pivotRow[pivot] ?? 0;
  if (divisor <= least) {
    // Without this column in any row, the others are solved as if the unknown were 0.
    for (const row of rows) row[pivot] = 0;
    return false;
  }
  for (const [index, row] of rows.entries()) {
    const factor = (row[pivot] ?? 0) / divisor;
    if (index === pivot || factor === 0) continue;
    for (let column = 0; column < row.length; column += 1)
      row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
  }
  return true;
}
