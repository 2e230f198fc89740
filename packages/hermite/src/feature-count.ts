import { requireInteger } from "./argument-checks.ts";
import { maximumFeatureOrder } from "./maximum-order.ts";

/**
 * The number of order-k Hermite features of a d-dimensional input, that of sorted multi-indices: C(d + k - 1, k).
 *
 * @param dimension - d, a positive integer
 * @param order - k, an integer from 1 to `maximumFeatureOrder`
 * @throws RangeError when an argument is not such a number, or the count is above 2^53 - 1
 * @example featureCount(100, 2) // 5050
 */
export function featureCount(dimension: number, order: number): number {
  requireInteger("featureCount", "dimension", dimension, 1, Number.MAX_SAFE_INTEGER);
  requireInteger("featureCount", "order", order, 1, maximumFeatureOrder);
  let count = 1n;
  for (let j = 1n; j <= order; j++) count = (count * (BigInt(dimension) + j - 1n)) / j;
  if (count > Number.MAX_SAFE_INTEGER) {
    const rule = `give at most 2^53 - 1 features of order ${order}`;
    throw new RangeError(
      `featureCount: dimension must ${rule}, got ${dimension} with ${count} (${count * 8n} bytes a row)`,
    );
  }
  return Number(count);
}
