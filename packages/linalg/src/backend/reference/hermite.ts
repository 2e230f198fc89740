import type { Floats, Matrix } from "../../matrix.ts";

/** sum_k c_k h_k(x), the polynomials made one after the other: h_{k+1} = (x h_k - sqrt(k) h_{k-1})/sqrt(k + 1). */
export function referenceHermiteSeries(coefficients: Float64Array, x: Floats, out: Floats): void {
  for (let i = 0; i < x.length; i++) {
    let [before, h, sum] = [0, 1, 0];
    for (let k = 0; k < coefficients.length; k++) {
      sum += coefficients[k]! * h;
      [before, h] = [h, (x[i]! * h - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
    }
    out[i] = sum;
  }
}

/** h_0, ..., h_3. */
const polynomials: readonly ((x: number) => number)[] = [
  () => 1,
  (x) => x,
  (x) => (x * x - 1) / Math.SQRT2,
  (x) => (x * x * x - 3 * x) / Math.sqrt(6),
];

/** Sorted multi-indices of a length over 0, ..., d - 1 in lexicographic order. */
function* multiIndices(d: number, order: number, least: number = 0): Generator<number[]> {
  if (order === 0) yield [];
  else for (let i = least; i < d; i++) for (const rest of multiIndices(d, order - 1, i)) yield [i, ...rest];
}

function feature(index: readonly number[], x: (i: number) => number): number {
  let product = 1;
  for (const i of new Set(index)) product *= polynomials[index.filter((other) => other === i).length]!(x(i));
  return product;
}

/** A product of polynomials for every multi-index. */
export function referenceHermiteFeatures(X: Matrix<Floats>, order: 2 | 3, out: Matrix<Floats>): void {
  let at = 0;
  for (let row = 0; row < X.rows; row++)
    for (const index of multiIndices(X.cols, order))
      out.data[at++] = feature(index, (i) => X.data[row * X.cols + i]!);
}

/** Sample by sample, from its features. */
export function referenceAddHermiteGram(
  X: Matrix,
  weights: Float64Array,
  order: 2 | 3,
  V: Matrix,
  out: Matrix,
): void {
  const { rows, cols } = V;
  const z = { rows: 1, cols, data: new Float64Array(cols) };
  for (let row = 0; row < X.rows; row++) {
    const x = { rows: 1, cols: X.cols, data: X.data.subarray(row * X.cols, (row + 1) * X.cols) };
    referenceHermiteFeatures(x, order, z);
    for (let i = 0; i < rows; i++) {
      let value = 0;
      for (let f = 0; f < cols; f++) value += V.data[i * cols + f]! * z.data[f]!;
      for (let f = 0; f < cols; f++) out.data[i * cols + f]! += weights[row]! * value * z.data[f]!;
    }
  }
}
