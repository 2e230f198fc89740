import type { Eigen, Matrix } from "@onsager/linalg";
import {
  reject,
  rejectKind,
  requireFinite,
  requireFiniteArray,
  requireLength,
  requireOptions,
} from "../argument-checks.ts";
import type { Complex } from "../complex.ts";
import { requireMatrix } from "../require-matrix.ts";

/** Options of `localResolvent`. */
export interface LocalResolventOptions {
  /** Directions v, one a row, of unit norm; default the coordinate axes. */
  readonly directions?: Matrix;
}

/** How far the squared norm of a direction may be from 1. */
const tolerance = 1e-6;

function requireEigen(eigen: Pick<Eigen, "values" | "vectors">): void {
  if (typeof eigen !== "object" || eigen === null)
    rejectKind("localResolvent", "eigen", "be { values, vectors }", eigen);
  requireFiniteArray("localResolvent", "eigen.values", eigen.values);
  requireMatrix("localResolvent", "eigen.vectors", eigen.vectors);
  requireLength(
    "localResolvent",
    "eigen.values",
    eigen.values.length,
    eigen.vectors.rows,
    "one for each vector",
  );
}

function requireDirections(directions: Matrix, dimension: number): void {
  requireMatrix("localResolvent", "directions", directions);
  const { rows, cols, data } = directions;
  if (cols !== dimension) rejectKind("localResolvent", "directions.cols", `be ${dimension}`, cols);
  for (let v = 0; v < rows; v++) {
    const square = data.subarray(v * cols, (v + 1) * cols).reduce((sum, x) => sum + x * x, 0);
    if (!(Math.abs(square - 1) <= tolerance))
      reject("localResolvent", `directions' row ${v}`, "have squared norm 1", square);
  }
}

/** |<v, u_j>|^2 over the eigenvectors u_j, for every direction v. */
function* squaredOverlaps(
  { vectors }: Pick<Eigen, "vectors">,
  directions: Matrix | undefined,
): Generator<Float64Array> {
  const { rows: n, cols, data } = vectors;
  if (directions === undefined) {
    for (let i = 0; i < cols; i++) yield Float64Array.from({ length: n }, (_, j) => data[j * cols + i]! ** 2);
    return;
  }
  for (let v = 0; v < directions.rows; v++)
    yield Float64Array.from({ length: n }, (_, j) => {
      let product = 0;
      for (let i = 0; i < cols; i++) product += directions.data[v * cols + i]! * data[j * cols + i]!;
      return product * product;
    });
}

/** sum_j weights_j/(z - values_j). */
function resolvent(values: Float64Array, weights: Float64Array, z: Complex): Complex {
  let [re, im] = [0, 0];
  for (let j = 0; j < values.length; j++) {
    const distance = z.re - values[j]!;
    const factor = weights[j]! / (distance * distance + z.im * z.im);
    re += distance * factor;
    im -= z.im * factor;
  }
  return { re, im };
}

/**
 * The local resolvent <v, (z - M)^{-1} v> = sum_j <v, u_j>^2/(z - l_j) of a symmetric matrix, for every direction v: by default its
 * diagonal entries. At z = E + i eta, -Im/pi is the spectral density seen from v, smeared over eta, which tends to `law.stieltjes` where
 * v has no part in an outlier; eta of a few spacings of eigenvalues resolves the bulk.
 *
 * @param eigen - values and vectors (rows) from `symmetricEigen(M)`
 * @param z - off the spectrum; mostly with im > 0
 * @param options - `directions` (rows; default the coordinate axes)
 * @returns one complex number a direction
 * @throws RangeError if z is not finite or an eigenvalue, or a direction has not norm 1; TypeError if values, vectors and directions do not
 *   fit together
 *
 * @example
 * localResolvent(symmetricEigen(M), { re: 0, im: 0.05 })[0]; // (z - M)^{-1}_{00}
 *
 * @see L. Erdos, H.-T. Yau, A dynamical approach to random matrix theory (2017), chapter 6.
 */
export function localResolvent(
  eigen: Pick<Eigen, "values" | "vectors">,
  z: Complex,
  options: LocalResolventOptions = {},
): Complex[] {
  requireEigen(eigen);
  requireFinite("localResolvent", "z.re", z?.re);
  requireFinite("localResolvent", "z.im", z.im);
  if (z.im === 0 && eigen.values.includes(z.re))
    reject("localResolvent", "z.re", "be no eigenvalue where z.im = 0", z.re);
  requireOptions("localResolvent", options);
  const { directions } = options;
  if (directions !== undefined) requireDirections(directions, eigen.vectors.cols);
  return Array.from(squaredOverlaps(eigen, directions), (weights) => resolvent(eigen.values, weights, z));
}
