import { add, type Complex, divide, modulus, scale, subtract } from "../complex.ts";

/** An analytic function at a point. */
export interface Value {
  readonly value: Complex;
  readonly slope: Complex;
}

/** Steps of Newton's method in one attempt; near an edge it halves the distance only. */
const newtonSteps = 60;
/** The most averages between two attempts; their number doubles. */
const maximumAverages = 4096;
/** Residuals below this part of |w| may be rounding. */
const nearlyZero = 1e-11;

/**
 * The fixed point w = f(w) of an analytic map of the upper half-plane into itself, by Newton's method. Where that goes astray it starts
 * again further along the averages w <- (w + f(w))/2, which tend to the fixed point from everywhere (Denjoy and Wolff; f alone may turn
 * about it).
 *
 * @param start - in the open upper half-plane
 * @returns the fixed point; undefined where every point is one
 */
export function fixedPoint(f: (w: Complex) => Value, start: Complex): Complex | undefined {
  if (modulus(subtract(f(start).value, start)) <= 4 * Number.EPSILON * modulus(start)) return undefined;
  let w = start;
  for (let averages = 2; averages <= maximumAverages; averages *= 2) {
    const found = newton(f, w);
    if (found !== undefined) return found;
    for (let i = 0; i < averages; i++) w = scale(1 / 2, add(w, f(w).value));
  }
  return w;
}

/** Newton's method, until the residual is rounding; undefined if that happens elsewhere than at the fixed point. */
function newton(f: (w: Complex) => Value, start: Complex): Complex | undefined {
  let w = start;
  let [least, best, attracts] = [Infinity, start, false];
  for (let step = 0; step < newtonSteps; step++) {
    const { value, slope } = f(w);
    const change = subtract(value, w);
    const residual = modulus(change);
    if (!(residual < least / 2) && least <= nearlyZero * modulus(best)) return attracts ? best : undefined;
    if (residual < least) [least, best, attracts] = [residual, w, isAttracting(slope)];
    const next = add(w, divide(change, { re: 1 - slope.re, im: -slope.im }));
    // At real z the solutions below the axis mirror those above.
    w = { re: next.re, im: Math.abs(next.im) };
  }
  return undefined;
}

/** Whether the averages contract: so at the fixed point, and at no other on the real axis. */
function isAttracting(slope: Complex): boolean {
  return Math.hypot(1 + slope.re, slope.im) < 2 + 1e-6;
}
