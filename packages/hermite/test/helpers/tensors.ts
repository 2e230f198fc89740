import { multiIndices, probabilistsHermite, unflattenSymmetric } from "../../src/index.ts";

/** The digits of a position in a d x ... x d tensor, the first index first. */
export function indicesAt(position: number, dimension: number, order: number): number[] {
  return Array.from(
    { length: order },
    (_, axis) => Math.floor(position / dimension ** (order - 1 - axis)) % dimension,
  );
}

/** The Hermite tensor He_k(x) by its definition: products of He_m over the distinct indices, m their multiplicity. */
export function hermiteTensor(x: readonly number[], order: number): Float64Array {
  return Float64Array.from({ length: x.length ** order }, (_, position) => {
    const indices = indicesAt(position, x.length, order);
    return [...new Set(indices)].reduce((product, i) => {
      return product * probabilistsHermite(indices.filter((j) => j === i).length, x[i]!);
    }, 1);
  });
}

/** A symmetric tensor with coordinates taken in turn from a list. */
export function symmetricTensor(entries: readonly number[], dimension: number, order: number): Float64Array {
  const { rows } = multiIndices(dimension, order);
  return unflattenSymmetric(
    Float64Array.from({ length: rows }, (_, i) => entries[i % entries.length]!),
    dimension,
    order,
  );
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}
