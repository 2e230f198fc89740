import { allocate } from "./allocate.ts";
import { requireFiniteArray, requireLength } from "./argument-checks.ts";
import { featureCount } from "./feature-count.ts";
import { earlierPosition, isometricWeight } from "./symmetric-position.ts";

/**
 * The symmetric tensor with given isometric coordinates: the inverse of `flattenSymmetric`.
 *
 * @param flat - C(d + k - 1, k) coordinates, finite, in the order of `multiIndices(d, k)`
 * @param dimension - d, a positive integer
 * @param order - k, an integer from 1 to `maximumFeatureOrder`
 * @returns d^k entries, the last index fastest
 * @throws RangeError or TypeError when an argument is not as described, or the tensor does not fit in memory
 */
export function unflattenSymmetric(flat: ArrayLike<number>, dimension: number, order: number): Float64Array {
  const count = featureCount(dimension, order);
  requireFiniteArray("unflattenSymmetric", "flat", flat);
  requireLength("unflattenSymmetric", "flat", flat.length, count, "featureCount(dimension, order)");
  const tensor = allocate("unflattenSymmetric", Float64Array, dimension ** order);
  let next = 0;
  for (let position = 0; position < tensor.length; position++) {
    const earlier = earlierPosition(position, dimension, order);
    const sorted = earlier === position;
    tensor[position] = sorted
      ? flat[next++]! / isometricWeight(position, dimension, order)
      : tensor[earlier]!;
  }
  return tensor;
}
