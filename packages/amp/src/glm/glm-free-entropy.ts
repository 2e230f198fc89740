import { reject } from "../argument-checks.ts";
import { freeEntropyOf } from "../free-entropy/free-entropy-of.ts";
import { glmCoupling } from "./glm-coupling.ts";
import { type GlmSpec, requireGlm } from "./glm-spec.ts";

/**
 * The free entropy per coordinate along state evolution, Phi(m) = psi(A) - A m/2 + alpha Psi_out(m) at A = alpha qhat(m) and
 * Psi_out(m) = E log Z_out. Fixed points of state evolution are stationary; the Bayes-optimal one has the largest Phi.
 *
 * @param spec - `ratio` alpha, `channel`, `prior`
 * @param overlap - m in [0, rho]
 * @throws TypeError or RangeError for a model or an overlap that is not as described
 * @see Barbier, Krzakala, Macris, Miolane, Zdeborova, Optimal errors and phase transitions in high-dimensional generalized linear models (2019)
 */
export function glmFreeEntropy(spec: GlmSpec, overlap: number): number {
  requireGlm("glmFreeEntropy", spec);
  const { prior } = spec;
  if (!(overlap >= 0 && overlap <= prior.secondMoment))
    reject("glmFreeEntropy", "overlap", `be in [0, ${prior.secondMoment}]`, overlap);
  return freeEntropyOf({ coupling: glmCoupling(spec), priors: [prior] }, Float64Array.of(overlap));
}
