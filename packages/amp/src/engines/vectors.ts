/** The sum of x_i y_i. */
export function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** The mean of x_i y_i. */
export function meanProduct(x: Float64Array, y: Float64Array): number {
  return product(x, y) / x.length;
}

/** The mean of x_i. */
export function mean(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]!;
  return sum / x.length;
}

/** y += factor x. */
export function addMultiple(y: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i]! += factor * x[i]!;
}

/** The cosine of two vectors; 0 where one is zero. Scaled by the largest entries, so that no square underflows. */
export function cosine(x: Float64Array, y: Float64Array): number {
  const [a, b] = [largest(x), largest(y)];
  if (!(a > 0 && b > 0)) return 0;
  let product = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const p = x[i]! / a;
    const q = y[i]! / b;
    product += p * q;
    xx += p * p;
    yy += q * q;
  }
  return product / Math.sqrt(xx * yy);
}

/** |x - y|^2/|x|^2, or Infinity where x is zero and y is not. */
export function relativeChange(x: Float64Array, y: Float64Array): number {
  const scale = Math.max(largest(x), largest(y));
  if (scale === 0) return 0;
  let change = 0;
  let square = 0;
  for (let i = 0; i < x.length; i++) {
    change += ((x[i]! - y[i]!) / scale) ** 2;
    square += (x[i]! / scale) ** 2;
  }
  return change / square;
}

/** What a vector is beside another. */
export interface Comparison {
  /** |x|^2. */
  readonly square: number;
  /** |x - y|^2/|x|^2. */
  readonly change: number;
  /** That of the angle between them. */
  readonly cosine: number;
}

/** Squares in between are safe to sum and to multiply as they are. */
const SMALL = 1e-100;
const LARGE = 1e100;

/** All of it in one pass, unless squares might underflow or overflow. */
export function compare(x: Float64Array, y: Float64Array): Comparison {
  let [xx, yy, xy, difference] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i]!, y[i]!];
    xx += p * p;
    yy += q * q;
    xy += p * q;
    difference += (p - q) * (p - q);
  }
  const safe = Math.min(xx, yy) > SMALL && Math.max(xx, yy) < LARGE;
  if (safe) return { square: xx, change: difference / xx, cosine: xy / Math.sqrt(xx * yy) };
  return { square: xx, change: relativeChange(x, y), cosine: cosine(x, y) };
}

function largest(x: Float64Array): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(x[i]!));
  return most;
}

/** x at mean square 1: |x|^2 = N; NaN where that has blown up. */
export function atUnitScale(x: Float64Array): Float64Array {
  const square = meanProduct(x, x);
  const scale = square < Infinity ? 1 / Math.sqrt(square) : Number.NaN;
  return x.map((value) => scale * value);
}
