import type { Coupling } from "../state-evolution/coupling.ts";
import type { GlmSpec } from "./glm-spec.ts";
import { channelInformation, channelLogPartition } from "./projection-expectation.ts";

/** V = rho - m is kept above this part of rho: what double precision resolves. */
const FLOOR = 1e-10;

/**
 * A generalised linear model as a coupling of its only factor, w, to itself: A = alpha qhat(m) with qhat(m) = E g_out^2, and
 * U = 2 alpha Psi_out(m) with Psi_out(m) = E log Z_out.
 */
export function glmCoupling({ ratio, channel, prior }: GlmSpec): Coupling {
  const rho = prior.secondMoment;
  const V = (m: number): number => Math.max(rho - m, FLOOR * rho);
  return {
    names: ["w"],
    ratios: [1],
    precision: (_, [m]) => ratio * channelInformation(channel, m!, V(m!)),
    energy: ([m]) => 2 * ratio * channelLogPartition(channel, m!, V(m!)),
  };
}
