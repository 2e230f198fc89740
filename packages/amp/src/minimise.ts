import { requireFinite } from "./argument-checks.ts";

/** A minimum of a function of one variable. */
export interface Minimum {
  /** Where it is, to about the square root of the machine's precision: f is flat there. */
  readonly argument: number;
  /** f there, to the last digits. */
  readonly value: number;
}

/** The part of an interval by which golden section shortens it. */
const golden = (3 - Math.sqrt(5)) / 2;
/** Points closer than this, relatively, have the same f. */
const resolution = Math.sqrt(Number.EPSILON) / 2;
/** Of the whole interval: where the minimum is near zero. */
const finest = 1e-13;

/**
 * A local minimum of f between two points, by golden section; the global one where f has no other.
 *
 * @param f - a function of a real number
 * @param lower - an end of the interval; finite
 * @param upper - the other end; finite
 * @throws RangeError if an end is not finite
 * @see J. Kiefer, Sequential minimax search for a maximum (1953)
 */
export function minimise(f: (x: number) => number, lower: number, upper: number): Minimum {
  requireFinite("minimise", "lower", lower);
  requireFinite("minimise", "upper", upper);
  const least = finest * Math.abs(upper - lower);
  let [low, high] = [lower, upper];
  let [left, right] = [low + golden * (high - low), high - golden * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (Math.abs(high - low) > resolution * Math.abs(low + high) + least) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = low + golden * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = high - golden * (high - low);
      atRight = f(right);
    }
  }
  return atLeft <= atRight ? { argument: left, value: atLeft } : { argument: right, value: atRight };
}
