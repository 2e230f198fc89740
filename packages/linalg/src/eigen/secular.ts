// The eigenvalues of diag(d) + rho z z^T are the roots of f(x) = 1 + rho sum_i z_i^2 / (d_i - x). With d increasing and rho > 0
// root j lies between d_j and d_{j+1}, the last one above d_{k-1} by at most rho |z|^2.

/** Roots as their distances from the poles next to them: differences d_i - x keep their digits that way. */
export interface Roots {
  /** Index of the pole of each root. */
  readonly pole: Int32Array;
  /** x - d_pole. */
  readonly offset: Float64Array;
  /** Steps over all roots. */
  readonly iterations: number;
  /** The largest |f| in units of 4 (1 + sum |terms|), or half the relative width of the bracket, whichever ended the search. */
  readonly residual: number;
}

const MAXIMUM_STEPS = 100;

/** Sums over the poles up to j and over those above, with their derivatives, at d_pole + offset. */
interface Sums {
  lower: number;
  lowerSlope: number;
  upper: number;
  upperSlope: number;
}

/** A root in progress. */
interface Search {
  readonly d: Float64Array;
  readonly squares: Float64Array;
  readonly j: number;
  /** Whether no pole lies above. */
  readonly last: boolean;
  readonly sums: Sums;
}

/** f at d_pole + offset; fills `sums`. */
function evaluate({ d, squares, j, sums }: Search, pole: number, offset: number): number {
  const k = d.length;
  const origin = d[pole]!;
  let lower = 0;
  let lowerSlope = 0;
  for (let i = 0; i <= j; i++) {
    const inverse = 1 / (d[i]! - origin - offset);
    const term = squares[i]! * inverse;
    lower += term;
    lowerSlope += term * inverse;
  }
  let upper = 0;
  let upperSlope = 0;
  for (let i = k - 1; i > j; i--) {
    const inverse = 1 / (d[i]! - origin - offset);
    const term = squares[i]! * inverse;
    upper += term;
    upperSlope += term * inverse;
  }
  sums.lower = lower;
  sums.lowerSlope = lowerSlope;
  sums.upper = upper;
  sums.upperSlope = upperSlope;
  return 1 + lower + upper;
}

/** The step to the root of c + a / (left - t) + b / (right - t), the poles' distances being `left` < 0 < `right`. */
function rationalStep(f: number, sums: Sums, left: number, right: number): number {
  // Each side is matched in value and slope by r + s / (pole - t): s = slope pole^2.
  const a = sums.lowerSlope * left * left;
  const b = sums.upperSlope * right * right;
  const c = f - sums.lowerSlope * left - sums.upperSlope * right;
  // c (left - t)(right - t) + a (right - t) + b (left - t) = 0
  const linear = c * (left + right) + a + b;
  const constant = c * left * right + a * right + b * left;
  if (c === 0) return constant / linear;
  const discriminant = Math.sqrt(Math.max(linear * linear - 4 * c * constant, 0));
  return linear <= 0 ? (linear - discriminant) / (2 * c) : (2 * constant) / (linear + discriminant);
}

/** The step to the root of c + a / (left - t), for the last root, which has poles on one side only. */
function lastStep(f: number, sums: Sums, left: number): number {
  const a = sums.lowerSlope * left * left;
  return left + a / (f - sums.lowerSlope * left);
}

/** The next offset by interpolation, from f at `offset` from the pole. */
function interpolated({ d, j, last, sums }: Search, f: number, pole: number, offset: number): number {
  const left = d[j]! - d[pole]! - offset;
  if (last) return offset + lastStep(f, sums, left);
  return offset + rationalStep(f, sums, left, d[j + 1]! - d[pole]! - offset);
}

/** What a search ended with. */
interface Found {
  pole: number;
  offset: number;
  steps: number;
  residual: number;
}

/**
 * Rational interpolation of both sides at their nearest poles, kept inside a shrinking bracket by bisection.
 *
 * @param gap - width of the interval above d_j that holds the root
 */
function search(problem: Search, gap: number, found: Found): void {
  const { j, last, sums } = problem;
  // f increases from -infinity to +infinity between the poles: its sign at the middle says which pole is nearer.
  const middle = evaluate(problem, j, gap / 2);
  const nearLeft = last || middle >= 0;
  found.pole = nearLeft ? j : j + 1;
  let low = nearLeft ? (middle < 0 ? gap / 2 : 0) : -gap / 2;
  let high = nearLeft ? (middle < 0 ? gap : gap / 2) : 0;
  const guess = interpolated(problem, middle, found.pole, nearLeft ? gap / 2 : -gap / 2);
  found.offset = guess > low && guess < high ? guess : (low + high) / 2;
  for (found.steps = 1; found.steps < MAXIMUM_STEPS; found.steps++) {
    const f = evaluate(problem, found.pole, found.offset);
    const width = (high - low) / Math.abs(2 * found.offset);
    found.residual = Math.min(Math.abs(f) / (4 * (1 + Math.abs(sums.lower) + Math.abs(sums.upper))), width);
    if (found.residual <= Number.EPSILON / 2) return;
    if (f < 0) low = found.offset;
    else high = found.offset;
    const next = interpolated(problem, f, found.pole, found.offset);
    found.offset = next > low && next < high ? next : (low + high) / 2;
  }
}

/**
 * The roots of the secular equation with poles `d` (k, increasing, distinct) and weights `squares` = rho z_i^2 > 0.
 *
 * Source: R.-C. Li, Solving secular equations stably and efficiently (LAPACK working note 89, 1993).
 */
export function secularRoots(d: Float64Array, squares: Float64Array): Roots {
  const k = d.length;
  const total = squares.reduce((sum, square) => sum + square, 0);
  const roots = { pole: new Int32Array(k), offset: new Float64Array(k), iterations: 0, residual: 0 };
  const sums: Sums = { lower: 0, lowerSlope: 0, upper: 0, upperSlope: 0 };
  const found: Found = { pole: 0, offset: 0, steps: 0, residual: 0 };
  for (let j = 0; j < k; j++) {
    const last = j === k - 1;
    search({ d, squares, j, last, sums }, last ? total : d[j + 1]! - d[j]!, found);
    roots.pole[j] = found.pole;
    roots.offset[j] = found.offset;
    roots.iterations += found.steps;
    roots.residual = Math.max(roots.residual, found.residual);
  }
  return roots;
}
