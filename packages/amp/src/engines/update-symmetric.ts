import { distinctProducts, falling, residualVariance } from "../learning/residual-variance.ts";
import type { Assumed } from "./assumed.ts";
import { denoised } from "./denoised.ts";
import type { FactorState } from "./factor-state.ts";
import type { SymmetricProblem } from "./symmetric-problem.ts";
import { addMultiple, mean, meanProduct, product } from "./vectors.ts";

/**
 * The next state of x. B is the sum of the channels' fields, each less its Onsager term
 * ((p-1)/D) sigma <x x_old>^{p-2} x_old; A the sum of q^{p-1}/D.
 */
export function updateSymmetric(
  problem: SymmetricProblem,
  factor: FactorState,
  { denoisers, variances }: Assumed,
  damping: number,
): FactorState {
  const { estimate: x, sigma, read } = factor;
  const old = read?.[0];
  const square = meanProduct(x, x);
  const B = new Float64Array(x.length);
  let precision = 0;
  for (const [c, { order, unit, contract }] of problem.channels.entries()) {
    const D = variances[c]!;
    precision += square ** (order - 1) / D;
    addMultiple(B, 1 / (D * unit), contract(x));
    if (old === undefined) continue;
    const along = order === 2 ? 1 : meanProduct(x, old) ** (order - 2);
    addMultiple(B, (-(order - 1) / D) * sigma * along, old);
  }
  const variance = new Float64Array(x.length);
  const estimate = denoised(denoisers[0]!, precision, B, variance, factor, damping);
  return { estimate, variance, sigma: mean(variance), precision, fields: B, read: [x] };
}

/** The noise variance of channel c by a step of expectation maximisation, as `symmetricChannelVariance`. */
export function symmetricNoise(
  problem: SymmetricProblem,
  c: number,
  { estimate, variance }: FactorState,
): number {
  const { order, unit, contract, squares } = problem.channels[c]!;
  const [N] = problem.sizes;
  return residualVariance({
    squares: squares(),
    signal: product(estimate, contract(estimate)),
    power: distinctProducts({ mean: estimate, variance }, order),
    scale: falling(order - 1, order - 1) / unit,
    count: falling(N, order),
  });
}
