import { allocate } from "./allocate.ts";
import { featureCount } from "./feature-count.ts";

/** Multi-indices as plain data, one a row: index j of row i is `data[i * cols + j]`. */
export interface MultiIndices {
  /** Number of multi-indices. */
  readonly rows: number;
  /** Their order. */
  readonly cols: number;
  /** The rows * cols indices, row after row. */
  readonly data: Int32Array;
}

/**
 * The sorted multi-indices 0 <= i_1 <= ... <= i_k < d in lexicographic order, the order of the Hermite features:
 * (0,0), (0,1), ..., (0,d-1), (1,1), ... for k = 2.
 *
 * @param dimension - d, a positive integer
 * @param order - k, an integer from 1 to `maximumFeatureOrder`
 * @returns C(d + k - 1, k) rows of k indices
 * @throws RangeError when an argument is not such a number, or the result does not fit in memory
 */
export function multiIndices(dimension: number, order: number): MultiIndices {
  const rows = featureCount(dimension, order);
  const data = allocate("multiIndices", Int32Array, rows * order);
  for (let row = 1; row < rows; row++) {
    const start = row * order;
    data.copyWithin(start, start - order, start);
    let last = start + order - 1;
    while (data[last] === dimension - 1) last--;
    data.fill(data[last]! + 1, last, start + order);
  }
  return { rows, cols: order, data };
}
