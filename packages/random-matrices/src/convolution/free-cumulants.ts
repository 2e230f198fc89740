import { requireFiniteArray } from "../argument-checks.ts";
import { product } from "./series.ts";

/**
 * The free cumulants kappa_1, ..., kappa_K of a law with moments m_1, ..., m_K: M(u) = 1 + sum_k kappa_k (u M(u))^k where
 * M(u) = 1 + sum_k m_k u^k. They are the coefficients of R(g) = sum_k kappa_k g^{k-1}; free additive convolution adds them.
 *
 * @param moments - E[x^k] for k = 1, ..., K
 * @throws TypeError or RangeError if they are no array of finite numbers
 *
 * @example
 * freeCumulants([0, 1, 0, 2]); // 0, 1, 0, 0: the semicircle law
 *
 * @see R. Speicher, Multiplicative functions on the lattice of non-crossing partitions and free convolution (1994).
 */
export function freeCumulants(moments: ArrayLike<number>): Float64Array {
  requireFiniteArray("freeCumulants", "moments", moments);
  const cumulants = new Float64Array(moments.length);
  for (let k = 0; k < moments.length; k++) cumulants[k] = moments[k]! - nextMoment(moments, cumulants, k);
  return cumulants;
}

/**
 * The moments m_1, ..., m_K of a law with free cumulants kappa_1, ..., kappa_K: the inverse of `freeCumulants`.
 *
 * @param cumulants - kappa_k for k = 1, ..., K
 * @throws TypeError or RangeError if they are no array of finite numbers
 *
 * @example
 * momentsOfFreeCumulants([1, 1, 1, 1]); // 1, 2, 5, 14: Marchenko-Pastur of ratio 1
 */
export function momentsOfFreeCumulants(cumulants: ArrayLike<number>): Float64Array {
  requireFiniteArray("momentsOfFreeCumulants", "cumulants", cumulants);
  const moments = new Float64Array(cumulants.length);
  for (let k = 0; k < moments.length; k++) moments[k] = cumulants[k]! + nextMoment(moments, cumulants, k);
  return moments;
}

/** What kappa_1, ..., kappa_k give to m_{k+1}: the coefficient of u^{k+1} in sum_j kappa_j (u M(u))^j. */
function nextMoment(moments: ArrayLike<number>, cumulants: ArrayLike<number>, k: number): number {
  const M = Float64Array.from({ length: k + 1 }, (_, i) => (i === 0 ? 1 : moments[i - 1]!));
  let power = Float64Array.from({ length: k + 1 }, (_, i) => (i === 0 ? 1 : 0));
  let sum = 0;
  for (let j = 1; j <= k; j++) {
    power = product(power, M);
    sum += cumulants[j - 1]! * power[k + 1 - j]!;
  }
  return sum;
}
