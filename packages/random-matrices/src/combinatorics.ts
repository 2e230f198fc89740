/** n!/(k! (n - k)!), 0 outside of 0 <= k <= n; exact below 2^53. */
export function binomial(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let value = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) value = (value * (n + 1 - i)) / i;
  return value;
}

/** C_n = (2n)!/(n! (n + 1)!). */
export function catalan(n: number): number {
  return binomial(2 * n, n) / (n + 1);
}
