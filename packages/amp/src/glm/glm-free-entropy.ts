import { reject } from "../argument-checks.ts";
import { conditionalVariance, type GlmSpec, requireGlm } from "./glm-spec.ts";
import { channelInformation, channelLogPartition } from "./projection-expectation.ts";

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
  const { ratio, channel, prior } = spec;
  if (!(overlap >= 0 && overlap <= prior.secondMoment))
    reject("glmFreeEntropy", "overlap", `be in [0, ${prior.secondMoment}]`, overlap);
  const V = conditionalVariance(spec, overlap);
  const A = ratio * channelInformation(channel, overlap, V);
  return prior.expectedLogPartition(A) - (A * overlap) / 2 + ratio * channelLogPartition(channel, overlap, V);
}
