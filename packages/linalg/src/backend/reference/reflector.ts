function largestOf(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  return largest;
}

/** |x|, free of under- and overflow. */
export function norm(x: Float64Array): number {
  const largest = largestOf(x);
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(squares);
}

/** x = x - tau (v . x) v. */
export function reflect(x: Float64Array, v: Float64Array, tau: number): void {
  let dot = 0;
  for (let i = 0; i < x.length; i++) dot += v[i]! * x[i]!;
  const factor = tau * dot;
  for (let i = 0; i < x.length; i++) x[i]! -= factor * v[i]!;
}

/** Maps x to (beta, 0, ..., 0) and stores v, v_0 = 1, of the reflector I - tau v v^T; returns tau, 0 if x is of this form. */
export function makeReflector(x: Float64Array, v: Float64Array): number {
  v.fill(0);
  v[0] = 1;
  // Not by the length: a tail of 1e-8 leaves it as it is, and is far from rounding.
  if (x.subarray(1).every((value) => value === 0)) return 0;
  // In units of the largest: the roundings of numbers near the least that there are would make the reflector oblique.
  const unit = largestOf(x);
  const first = x[0]! / unit;
  const length = norm(x.map((value) => value / unit));
  const image = first > 0 ? -length : length;
  for (let i = 1; i < x.length; i++) v[i] = x[i]! / unit / (first - image);
  x.fill(0);
  x[0] = image * unit;
  return (image - first) / image;
}
