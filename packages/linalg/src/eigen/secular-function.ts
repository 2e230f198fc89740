// The eigenvalues of diag(d) + rho z z^T are the roots of f(x) = 1 + rho sum_i z_i^2 / (d_i - x). With d increasing and rho > 0
// root j lies between d_j and d_{j+1}, the last one above d_{k-1} by at most rho |z|^2.

/** f near root j: sums over the poles up to d_j and over those above, with their derivatives, where f was last evaluated. */
export interface SecularFunction {
  /** Poles, increasing and distinct. */
  readonly d: Float64Array;
  /** rho z_i^2 > 0. */
  readonly squares: Float64Array;
  j: number;
  lower: number;
  lowerSlope: number;
  upper: number;
  upperSlope: number;
}

/** Whether no pole lies above root j. */
function isLast({ d, j }: SecularFunction): boolean {
  return j === d.length - 1;
}

/** Sums over the poles up to d_j at x = origin + offset. */
function sumBelow(at: SecularFunction, origin: number, offset: number): void {
  const { d, squares, j } = at;
  let sum = 0;
  let slope = 0;
  for (let i = 0; i <= j; i++) {
    const inverse = 1 / (d[i]! - origin - offset);
    const term = squares[i]! * inverse;
    sum += term;
    slope += term * inverse;
  }
  at.lower = sum;
  at.lowerSlope = slope;
}

/** Sums over the poles above d_j at x = origin + offset. */
function sumAbove(at: SecularFunction, origin: number, offset: number): void {
  const { d, squares, j } = at;
  let sum = 0;
  let slope = 0;
  for (let i = d.length - 1; i > j; i--) {
    const inverse = 1 / (d[i]! - origin - offset);
    const term = squares[i]! * inverse;
    sum += term;
    slope += term * inverse;
  }
  at.upper = sum;
  at.upperSlope = slope;
}

/** f at d_pole + offset; differences d_i - x keep their digits that way. */
export function evaluate(at: SecularFunction, pole: number, offset: number): number {
  const origin = at.d[pole]!;
  sumBelow(at, origin, offset);
  sumAbove(at, origin, offset);
  return 1 + at.lower + at.upper;
}

/** What one rounding error of each term may change in f, in units of the roundoff. */
export function roundings({ lower, upper }: SecularFunction): number {
  return 4 * (1 + Math.abs(lower) + Math.abs(upper));
}

/** The step to the root of c + a / (left - t) + b / (right - t), the poles' distances being `left` < 0 < `right`. */
function rationalStep(f: number, at: SecularFunction, left: number, right: number): number {
  // Each side is matched in value and slope by r + s / (pole - t): s = slope pole^2.
  const a = at.lowerSlope * left * left;
  const b = at.upperSlope * right * right;
  const c = f - at.lowerSlope * left - at.upperSlope * right;
  // c (left - t)(right - t) + a (right - t) + b (left - t) = 0
  const linear = c * (left + right) + a + b;
  const constant = c * left * right + a * right + b * left;
  if (c === 0) return constant / linear;
  const discriminant = Math.sqrt(Math.max(linear * linear - 4 * c * constant, 0));
  return linear <= 0 ? (linear - discriminant) / (2 * c) : (2 * constant) / (linear + discriminant);
}

/** The step to the root of c + a / (left - t), for the last root, which has poles on one side only. */
function lastStep(f: number, at: SecularFunction, left: number): number {
  return left + (at.lowerSlope * left * left) / (f - at.lowerSlope * left);
}

/** The root of the rational function that has both sides' values and slopes, from f at `offset` from a pole beside it. */
export function interpolated(at: SecularFunction, f: number, pole: number, offset: number): number {
  const { d, j } = at;
  const left = d[j]! - d[pole]! - offset;
  if (isLast(at)) return offset + lastStep(f, at, left);
  return offset + rationalStep(f, at, left, d[j + 1]! - d[pole]! - offset);
}

/** Width of the interval above d_j that holds root j. */
export function interval(at: SecularFunction): number {
  const { d, squares, j } = at;
  return isLast(at) ? squares.reduce((sum, square) => sum + square, 0) : d[j + 1]! - d[j]!;
}

/** Whether root j is to be measured from d_j: it lies in the lower half of its interval, or has no pole above. */
export function isNearBelow(at: SecularFunction, middle: number): boolean {
  // f increases from -infinity to +infinity between the poles: its sign in the middle says which one is nearer.
  return isLast(at) || middle >= 0;
}
