import { requireFinite } from "../argument-checks.ts";
import type { SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { symmetricCoupling } from "../state-evolution/symmetric-coupling.ts";
import { freeEntropyOf } from "./free-entropy-of.ts";

/**
 * The Bethe (replica) free entropy per coordinate of one vector seen through symmetric matrices and tensors,
 *
 *     Phi(m) = psi(A) - sum_c (p_c - 1) m^{p_c}/(2 p_c D_c),  A = sum_c m^{p_c - 1}/D_c.
 *
 * Fixed points of state evolution are its stationary points; the Bayes-optimal one is its global maximum.
 *
 * @param spec - orders and noise variances
 * @param prior - the law of the coordinates of x
 * @param overlap - m, from 0 to E[w*^2]
 * @throws TypeError or RangeError for a spec or prior out of range, or an overlap that is not finite
 */
export function symmetricFreeEntropy(spec: SymmetricSpec, prior: Prior, overlap: number): number {
  const call = "symmetricFreeEntropy";
  const coupling = symmetricCoupling(call, spec);
  requirePrior(call, "prior", prior);
  requireFinite(call, "overlap", overlap);
  return freeEntropyOf({ coupling, priors: [prior] }, Float64Array.of(overlap));
}
