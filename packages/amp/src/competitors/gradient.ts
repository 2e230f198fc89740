import type { SharedFactorProblem } from "../engines/shared-factor-problem.ts";
import { addMultiple } from "../engines/vectors.ts";

/**
 * g_a = sum over channels of Y_c[all other factors]/(D N_1^{(p-1)/2}): the gradient by each factor of what joint empirical risk
 * minimisation on spheres maximises, sum_c <Y_c, (x) w_a>/(D N_1^{(p-1)/2}).
 */
export function gradients(
  { channels, sizes, assumed }: SharedFactorProblem,
  vectors: readonly Float64Array[],
): Float64Array[] {
  const out = sizes.map((size) => new Float64Array(size));
  for (const [c, { factors, observed, unit }] of channels.entries()) {
    const scale = 1 / (assumed.variances[c]! * unit);
    const own = factors.map((a) => vectors[a]!);
    factors.forEach((a, slot) => {
      addMultiple(out[a]!, scale, observed.contract(slot, own));
    });
  }
  return out;
}
