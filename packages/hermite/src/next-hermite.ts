/**
 * One step of sqrt(k+1) h_{k+1} = x h_k - sqrt(k) h_{k-1}. Once values overflow the second term is left out:
 * so far beyond the roots the first one has the sign, and Infinity - Infinity would be NaN.
 */
export function nextHermite(k: number, x: number, current: number, previous: number): number {
  const next = (x * current - Math.sqrt(k) * previous) / Math.sqrt(k + 1);
  return Number.isNaN(next) ? x * current : next;
}
