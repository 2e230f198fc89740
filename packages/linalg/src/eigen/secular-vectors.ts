import type { Roots } from "./secular.ts";

/** Weights for which the computed roots are exact, with the signs of `z`; they keep the eigenvectors orthogonal. */
function consistentWeights(d: Float64Array, z: Float64Array, { pole, offset }: Roots): Float64Array {
  const k = d.length;
  const products = new Float64Array(k).fill(1);
  for (let j = 0; j < k; j++) {
    const dj = d[j]!;
    const origin = d[pole[j]!]!;
    const distance = offset[j]!;
    for (let i = 0; i < j; i++) products[i]! *= (origin - d[i]! + distance) / (dj - d[i]!);
    products[j]! *= origin - dj + distance;
    for (let i = j + 1; i < k; i++) products[i]! *= (origin - d[i]! + distance) / (dj - d[i]!);
  }
  return products.map((product, i) => Math.sign(z[i]!) * Math.sqrt(Math.abs(product)));
}

/** Writes weights_i / (d_i - x), x being a root, from index `at` on, normalised. */
function writeVector(
  d: Float64Array,
  weights: Float64Array,
  origin: number,
  offset: number,
  out: Float64Array,
  at: number,
): void {
  const k = d.length;
  let squares = 0;
  for (let i = 0; i < k; i++) {
    const value = weights[i]! / (d[i]! - origin - offset);
    out[at + i] = value;
    squares += value * value;
  }
  const scale = 1 / Math.sqrt(squares);
  for (let i = at; i < at + k; i++) out[i]! *= scale;
}

/**
 * The eigenvectors of diag(d) + rho z z^T: row j, of k numbers, is z_i / (d_i - x_j), normalised, with the weights z that make the
 * computed roots exact.
 *
 * @param order - the order of the columns: column c belongs to d_i with i = order[c]
 * @param out - at least k^2 numbers, row-major
 *
 * Source: M. Gu, S. Eisenstat, A stable and efficient algorithm for the rank-one modification of the symmetric eigenproblem (1994).
 */
export function secularVectors(
  d: Float64Array,
  z: Float64Array,
  roots: Roots,
  order: Int32Array,
  out: Float64Array,
): void {
  const k = d.length;
  const weights = consistentWeights(d, z, roots);
  const orderedPoles = Float64Array.from(order, (i) => d[i]!);
  const orderedWeights = Float64Array.from(order, (i) => weights[i]!);
  for (let j = 0; j < k; j++)
    writeVector(orderedPoles, orderedWeights, d[roots.pole[j]!]!, roots.offset[j]!, out, j * k);
}
