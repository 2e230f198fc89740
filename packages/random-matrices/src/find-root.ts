import { rejectKind, requireFinite } from "./argument-checks.ts";

/**
 * A root of f between two points at which its signs differ, to the last digit: bisection, or inverse quadratic interpolation where
 * the last three points promise that it converges. A jump through zero counts as a root; infinite values may occur.
 *
 * @param f - a function of a real number
 * @param lower - an end of the interval; finite
 * @param upper - the other end; finite
 * @throws RangeError or TypeError if an end is not finite, or if f has the same sign at both
 * @see T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function (1997)
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number): number {
  requireFinite("findRoot", "lower", lower);
  requireFinite("findRoot", "upper", upper);
  let [a, fa, b, fb] = [lower, f(lower), upper, f(upper)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa < 0 ? fb > 0 : fa > 0 && fb < 0)) {
    rejectKind("findRoot", "f", "have different signs at lower and upper", `${fa} and ${fb}`);
  }
  for (let fraction = 0.5; ; ) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    let [c, fc] = [a, fa];
    if (fx > 0 !== fa > 0) [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = (2 * Number.EPSILON * Math.abs(best) + smallest) / Math.abs(b - a);
    if (fx === 0) return x;
    if (!(least < 0.5)) return best;
    fraction = Math.min(1 - least, Math.max(least, interpolate(a, fa, b, fb, c, fc)));
  }
}

/** Below this the points of an interval around zero are not told apart. */
const smallest = 1e-300;

/** Where inverse quadratic interpolation between a and b puts the root, as a fraction of b - a; 1/2 where it cannot be trusted. */
function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
