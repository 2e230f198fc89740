// Householder reflectors.

import { norm, scale } from "./panel";

/** Whether all numbers after the first are zero. */
function hasZeroTail(n: usize, x: usize): bool {
  for (let k: usize = 1; k < n; k++) if (load<f64>(x + k * 8) != 0) return false;
  return true;
}

/** Makes v of the reflector I - tau v v^T that maps x to (beta, 0, ..., 0), v_0 = 1, over x; returns tau and stores beta. */
export function reflector(n: usize, x: usize, beta: usize): f64 {
  const first = load<f64>(x);
  if (hasZeroTail(n, x)) {
    store<f64>(beta, first);
    store<f64>(x, 1);
    return 0;
  }
  const length = norm(n, x);
  const image = first > 0 ? -length : length;
  const divisor = first - image;
  const inverse = 1 / divisor;
  if (abs(inverse) < Infinity) scale(n - 1, inverse, x + 8);
  else for (let k: usize = 1; k < n; k++) store<f64>(x + k * 8, load<f64>(x + k * 8) / divisor);
  store<f64>(x, 1);
  store<f64>(beta, image);
  return (image - first) / image;
}
