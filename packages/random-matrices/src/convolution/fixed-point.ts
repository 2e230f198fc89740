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
/** Residuals of ill-conditioned maps stay up to this part. */
const acceptable = 1e-8;
/** The derivative has settled if it changes by less than this part of 1 - f'. */
const steady = 0.01;

/**
 * The fixed point w = f(w) of an analytic map of the upper half-plane into itself, by Newton's method. Where that goes astray it starts
 * again further along the averages w <- (w + f(w))/2, which tend to the fixed point from everywhere (Denjoy and Wolff; f alone may turn
 * about it).
 *
 * @param start - in the open upper half-plane
 */
export function fixedPoint(f: (w: Complex) => Value, start: Complex): Complex {
  let w = start;
  for (let averages = 2; averages <= maximumAverages; averages *= 2) {
    const found = newton(f, w);
    if (found !== undefined) return found;
    for (let i = 0; i < averages; i++) w = scale(1 / 2, add(w, f(w).value));
  }
  return w;
}

/**
 * Newton's method, until the residual is rounding; undefined if that happens elsewhere than at the fixed point. Near an edge, where two
 * solutions are close, the residual is small before the derivative settles.
 */
function newton(f: (w: Complex) => Value, start: Complex): Complex | undefined {
  let w = start;
  let last = { re: 1, im: 0 };
  let best = { w, residual: Infinity, attracts: false };
  for (let step = 0; step < newtonSteps; step++) {
    const { value, slope } = f(w);
    const [change, fall] = [subtract(value, w), { re: 1 - slope.re, im: -slope.im }];
    const residual = modulus(change);
    const settled = modulus(subtract(fall, last)) <= steady * modulus(fall);
    if (settled && !(residual < best.residual / 2) && best.residual <= nearlyZero * modulus(best.w)) break;
    if (residual < best.residual) best = { w, residual, attracts: isAttracting(slope) };
    const next = add(w, divide(change, fall));
    // At real z the solutions below the axis mirror those above.
    w = { re: next.re, im: Math.abs(next.im) };
    last = fall;
  }
  return best.attracts && best.residual <= acceptable * modulus(best.w) ? best.w : undefined;
}

/** Whether the averages contract: so at the fixed point, and at no other on the real axis. */
function isAttracting(slope: Complex): boolean {
  return Math.hypot(1 + slope.re, slope.im) < 2 + 1e-9;
}
