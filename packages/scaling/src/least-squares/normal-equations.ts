/** J^T J and J^T r of a Jacobian whose columns are given. */
export interface NormalEquations {
  readonly matrix: Float64Array;
  readonly rightSide: Float64Array;
}

export function normalEquations(columns: readonly Float64Array[], residuals: Float64Array): NormalEquations {
  const p = columns.length;
  const matrix = new Float64Array(p * p);
  const rightSide = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    rightSide[i] = dot(columns[i]!, residuals);
    for (let j = 0; j <= i; j++) matrix[i * p + j] = matrix[j * p + i] = dot(columns[i]!, columns[j]!);
  }
  return { matrix, rightSide };
}

/** The sum of products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
