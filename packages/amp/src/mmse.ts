import { requirePrecision } from "./parts/require-precision.ts";
import type { Prior } from "./prior.ts";

/**
 * The smallest mean squared error of w* in the scalar channel of precision A: rho - m(A) = E[d eta/dB], here the mean posterior
 * variance, which keeps its digits where the error is exponentially small.
 *
 * @param prior - the law of w*
 * @param A - the precision, finite, >= 0
 * @throws RangeError or TypeError when A is not as described
 * @example mmse(rademacher, 4) // 0.068597408791
 */
export function mmse(prior: Prior, A: number): number {
  requirePrecision("mmse", A);
  if (A === 0) return prior.denoise(0, 0).variance;
  return prior.fieldExpectation(A, A, (_, { variance }) => variance);
}
