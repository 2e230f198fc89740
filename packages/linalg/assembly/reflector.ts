// Householder reflectors.

import { dot, scale } from "./panel";

/** Squares between these bounds have lost nothing to under- or overflow. */
const LEAST: f64 = 1e-260;
const MOST: f64 = 1e260;

/** Whether all numbers after the first are zero. */
function hasZeroTail(n: usize, x: usize): bool {
  for (let k: usize = 1; k < n; k++) if (load<f64>(x + k * 8) != 0) return false;
  return true;
}

/** Divides x by its largest entry in size, and returns that. */
function divideByLargest(n: usize, x: usize): f64 {
  let largest: f64 = 0;
  for (let k: usize = 0; k < n; k++) largest = max(largest, abs(load<f64>(x + k * 8)));
  for (let k: usize = 0; k < n; k++) store<f64>(x + k * 8, load<f64>(x + k * 8) / largest);
  return largest;
}

/** Makes v of the reflector I - tau v v^T that maps x to (beta, 0, ..., 0), v_0 = 1, over x; returns tau and stores beta. */
export function reflector(n: usize, x: usize, beta: usize): f64 {
  if (hasZeroTail(n, x)) {
    store<f64>(beta, load<f64>(x));
    store<f64>(x, 1);
    return 0;
  }
  let squares = dot(n, x, x);
  let unit: f64 = 1;
  if (!(squares > LEAST && squares < MOST)) {
    unit = divideByLargest(n, x);
    squares = dot(n, x, x);
  }
  const first = load<f64>(x);
  const image = first > 0 ? -sqrt(squares) : sqrt(squares);
  scale(n - 1, 1 / (first - image), x + 8);
  store<f64>(x, 1);
  store<f64>(beta, image * unit);
  return (image - first) / image;
}
