import { requireFinite } from "../argument-checks.ts";
import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { priorsOf } from "../state-evolution/priors-of.ts";
import { sharedFactorCoupling } from "../state-evolution/shared-factor-coupling.ts";
import { freeEntropyOf } from "./free-entropy-of.ts";

/**
 * The Bethe (replica) free entropy, per coordinate of the first factor, of factors that share matrices and tensors,
 *
 *     Phi(m) = sum_a alpha_a psi_a(A_a) - sum_c (p_c - 1)/(2 D_c) prod_{b in c} alpha_b m_b.
 *
 * Fixed points of state evolution are its stationary points; the Bayes-optimal one is that of largest Phi.
 *
 * @param spec - ratios and channels
 * @param priors - the prior of each factor by its name, or one for all
 * @param overlaps - m of each factor by its name, from 0 to E[w*^2]
 * @throws TypeError or RangeError for a spec or priors out of range, or overlaps that are missing or not finite
 */
export function sharedFactorFreeEntropy(
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
  overlaps: Readonly<Record<string, number>>,
): number {
  const call = "sharedFactorFreeEntropy";
  const coupling = sharedFactorCoupling(call, spec);
  const ordered = priorsOf(call, coupling.names, priors);
  coupling.names.forEach((name, a) => {
    requirePrior(call, `the prior of ${name}`, ordered[a]);
    requireFinite(call, `overlaps.${name}`, overlaps[name] ?? Number.NaN);
  });
  const m = Float64Array.from(coupling.names, (name) => overlaps[name]!);
  return freeEntropyOf({ coupling, priors: ordered }, m);
}
