import { rejectKind, requireFinite, requireInteger, requireLength } from "./argument-checks.ts";
import { maximumHermiteOrder } from "./maximum-order.ts";
import { nextHermite } from "./next-hermite.ts";

/**
 * All normalised Hermite polynomials up to an order at one point: [h_0(x), ..., h_K(x)].
 *
 * @param maximumOrder - K, an integer from 0 to `maximumHermiteOrder`
 * @param x - a finite number
 * @param out - where to write, K + 1 entries; a new array by default
 * @returns `out`
 * @throws RangeError or TypeError when an argument is not as described
 */
export function hermiteValues(maximumOrder: number, x: number, out?: Float64Array): Float64Array {
  requireInteger("hermiteValues", "maximumOrder", maximumOrder, 0, maximumHermiteOrder);
  requireFinite("hermiteValues", "x", x);
  const values = out ?? new Float64Array(maximumOrder + 1);
  if (!(values instanceof Float64Array)) rejectKind("hermiteValues", "out", "be a Float64Array", values);
  requireLength("hermiteValues", "out", values.length, maximumOrder + 1, "maximumOrder + 1");
  values[0] = 1;
  for (let k = 0; k < maximumOrder; k++)
    values[k + 1] = nextHermite(k, x, values[k]!, k === 0 ? 0 : values[k - 1]!);
  return values;
}
