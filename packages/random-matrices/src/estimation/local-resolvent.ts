import type { Eigen, Matrix } from "@onsager/linalg";
import { rejectKind, requireFinite } from "../argument-checks.ts";
import type { Complex } from "../complex.ts";

/** Options of `localResolvent`. */
export interface LocalResolventOptions {
  /** Directions v, one a row, of unit norm; default the coordinate axes. */
  readonly directions?: Matrix;
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
 * @throws RangeError if z is not finite; TypeError if directions have another length than the eigenvectors
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
  requireFinite("localResolvent", "z.re", z?.re);
  requireFinite("localResolvent", "z.im", z.im);
  const { directions } = options;
  if (directions !== undefined && directions.cols !== eigen.vectors.cols)
    rejectKind("localResolvent", "directions.cols", `be ${eigen.vectors.cols}`, directions.cols);
  return Array.from(squaredOverlaps(eigen, directions), (weights) => resolvent(eigen.values, weights, z));
}
