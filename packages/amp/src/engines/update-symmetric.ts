import { denoised } from "./denoised.ts";
import type { FactorState } from "./factor-state.ts";
import type { SymmetricProblem } from "./symmetric-problem.ts";
import { addMultiple, mean, meanProduct } from "./vectors.ts";

/**
 * The next state of x. B is the sum of the channels' fields, each less its Onsager term
 * ((p-1)/D) sigma <x x_old>^{p-2} x_old; A the sum of q^{p-1}/D.
 */
export function updateSymmetric(
  problem: SymmetricProblem,
  factor: FactorState,
  damping: number,
): FactorState {
  const { estimate: x, sigma, read } = factor;
  const old = read?.[0];
  const square = meanProduct(x, x);
  const B = new Float64Array(x.length);
  let precision = 0;
  for (const { order, variance, field } of problem.channels) {
    precision += square ** (order - 1) / variance;
    addMultiple(B, 1, field(x));
    if (old) addMultiple(B, (-(order - 1) / variance) * sigma * meanProduct(x, old) ** (order - 2), old);
  }
  const variance = new Float64Array(x.length);
  const estimate = denoised(problem.denoisers[0], precision, B, variance, factor, damping);
  return { estimate, variance, sigma: mean(variance), precision, read: [x] };
}
