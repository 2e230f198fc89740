import { reject, requireFiniteArray, requireLength, requireOptions } from "./argument-checks.ts";
import { featureCount } from "./feature-count.ts";
import { earlierPosition, isometricWeight } from "./symmetric-position.ts";

/** Options of `flattenSymmetric`. */
export interface FlattenOptions {
  /** Largest difference, relative to the largest entry, between entries that symmetry makes equal; default 1e-12. */
  readonly tolerance?: number;
}

/**
 * The isometric coordinates of a symmetric tensor: sqrt(k!/prod mult!) T_{i_1...i_k} for each sorted multi-index, so
 * that <T, T> = |flat(T)|^2 and <T, He_k(x)>/sqrt(k!) = flat(T) . features(x). For k = 2: off-diagonals times sqrt(2).
 *
 * @param tensor - d^k entries, finite, symmetric, the last index fastest
 * @param dimension - d, a positive integer
 * @param order - k, an integer from 1 to `maximumFeatureOrder`
 * @param options - `tolerance` of the test of symmetry; `Infinity` accepts anything and reads the sorted entries
 * @returns C(d + k - 1, k) coordinates in the order of `multiIndices(d, k)`
 * @throws RangeError or TypeError when an argument is not as described
 */
export function flattenSymmetric(
  tensor: Float64Array,
  dimension: number,
  order: number,
  options: FlattenOptions = {},
): Float64Array {
  requireOptions("flattenSymmetric", options);
  const { tolerance = 1e-12 } = options;
  const count = featureCount(dimension, order);
  if (!(tolerance >= 0)) reject("flattenSymmetric", "tolerance", "be at least 0", tolerance);
  requireFiniteArray("flattenSymmetric", "tensor", tensor);
  requireLength("flattenSymmetric", "tensor", tensor.length, dimension ** order, "dimension ** order");
  const flat = new Float64Array(count);
  const allowed = tolerance * largestEntry(tensor);
  let next = 0;
  tensor.forEach((entry, position) => {
    const earlier = earlierPosition(position, dimension, order);
    if (earlier === position) flat[next++] = isometricWeight(position, dimension, order) * entry;
    else if (Math.abs(entry - tensor[earlier]!) > allowed) rejectAsymmetric(tensor, position, earlier);
  });
  return flat;
}

function largestEntry(tensor: Float64Array): number {
  return tensor.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
}

function rejectAsymmetric(tensor: Float64Array, position: number, earlier: number): never {
  const got = `${tensor[position]} at ${position} and ${tensor[earlier]} at ${earlier}`;
  throw new RangeError(`flattenSymmetric: tensor must be symmetric, got ${got}`);
}
