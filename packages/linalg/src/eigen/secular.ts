import {
  evaluate,
  interpolated,
  interval,
  isNearBelow,
  roundings,
  type SecularFunction,
} from "./secular-function.ts";

/** Roots as their distances from the poles next to them. */
export interface Roots {
  /** Index of the pole of each root. */
  readonly pole: Int32Array;
  /** x - d_pole. */
  readonly offset: Float64Array;
  /** Steps over all roots. */
  readonly iterations: number;
  /**
   * The largest of what ended the searches: |f| in units of 4 (1 + sum |terms|), half the relative width of the bracket, or the square
   * of the last relative step, which is what the next one would be.
   */
  readonly residual: number;
}

const MAXIMUM_STEPS = 100;
const ROUNDING = Number.EPSILON / 2;
/** A relative step after which the next is within rounding: interpolation converges quadratically, and this leaves it a factor of 100. */
const LAST_STEP = 1e-9;

/** A search for one root: the bracket is measured from the pole, as the offset is. */
interface Search {
  pole: number;
  offset: number;
  low: number;
  high: number;
  steps: number;
  residual: number;
}

/** Goes to `next`, or to the middle of the bracket if that is outside; whether it was inside. */
function moveTo(search: Search, next: number): boolean {
  const inside = next > search.low && next < search.high;
  search.offset = inside ? next : (search.low + search.high) / 2;
  return inside;
}

/** The pole nearer to the root, the half of the interval beside it, and a first offset from f in the middle. */
function begin(at: SecularFunction, search: Search): void {
  const width = interval(at);
  const half = width / 2;
  const middle = evaluate(at, at.j, half);
  const below = isNearBelow(at, middle);
  search.pole = below ? at.j : at.j + 1;
  search.low = below ? (middle < 0 ? half : 0) : -half;
  search.high = below ? (middle < 0 ? width : half) : 0;
  moveTo(search, interpolated(at, middle, search.pole, below ? half : -half));
}

/** Evaluates f, narrows the bracket and interpolates; whether the root is found. */
function step(at: SecularFunction, search: Search): boolean {
  const { pole, offset, low, high } = search;
  const f = evaluate(at, pole, offset);
  search.residual = Math.min(Math.abs(f) / roundings(at), (high - low) / Math.abs(2 * offset));
  if (search.residual <= ROUNDING) return true;
  if (f < 0) search.low = offset;
  else search.high = offset;
  const inside = moveTo(search, interpolated(at, f, pole, offset));
  const change = Math.abs(search.offset - offset) / Math.abs(search.offset);
  if (!inside || change > LAST_STEP) return false;
  search.residual = change * change;
  return true;
}

/** Rational interpolation of both sides at their nearest poles, kept inside a shrinking bracket by bisection. */
function findRoot(at: SecularFunction, search: Search): void {
  begin(at, search);
  for (search.steps = 1; search.steps < MAXIMUM_STEPS; search.steps++) if (step(at, search)) return;
}

/**
 * The roots of the secular equation with poles `d` (k, increasing, distinct) and weights `squares` = rho z_i^2 > 0.
 *
 * Source: R.-C. Li, Solving secular equations stably and efficiently (LAPACK working note 89, 1993).
 */
export function secularRoots(d: Float64Array, squares: Float64Array): Roots {
  const k = d.length;
  const roots = { pole: new Int32Array(k), offset: new Float64Array(k), iterations: 0, residual: 0 };
  const at = { d, squares, j: 0, lower: 0, lowerSlope: 0, upper: 0, upperSlope: 0 };
  const search = { pole: 0, offset: 0, low: 0, high: 0, steps: 0, residual: 0 };
  for (; at.j < k; at.j++) {
    findRoot(at, search);
    roots.pole[at.j] = search.pole;
    roots.offset[at.j] = search.offset;
    roots.iterations += search.steps;
    roots.residual = Math.max(roots.residual, search.residual);
  }
  return roots;
}
