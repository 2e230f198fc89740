import { add, type Complex, divide, rootBetween, scale } from "../complex.ts";

/** G = 2/(z + r) of the semicircle law of variance v, r = sqrt(z^2 - 4 v), and its derivative -G/r. */
export function semicircleTransform(z: Complex, variance: number): { value: Complex; slope: Complex } {
  const edge = 2 * Math.sqrt(variance);
  const root = rootBetween(z, -edge, edge);
  const value = divide({ re: 2, im: 0 }, add(z, root));
  return { value, slope: divide(scale(-1, value), root) };
}
