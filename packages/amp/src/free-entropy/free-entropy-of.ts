import type { Prior } from "../prior.ts";
import type { Coupling } from "../state-evolution/coupling.ts";

/** A coupling and the prior of each of its factors. */
export interface Coupled {
  readonly coupling: Coupling;
  readonly priors: readonly Prior[];
}

/** Phi(m) = sum_a alpha_a psi_a(A_a) - (sum_a alpha_a m_a A_a - U)/2, A_a = A_a(m). */
export function freeEntropyOf({ coupling, priors }: Coupled, m: Float64Array): number {
  const { ratios } = coupling;
  let sum = coupling.energy(m) / 2;
  priors.forEach((prior, a) => {
    const precision = coupling.precision(a, m);
    sum += ratios[a]! * (prior.expectedLogPartition(precision) - (m[a]! * precision) / 2);
  });
  return sum;
}

/** The mutual information U(rho)/2 - max Phi of observations and factors, given the largest Phi. */
export function mutualInformationOf({ coupling, priors }: Coupled, freeEntropy: number): number {
  const rho = Float64Array.from(priors, ({ secondMoment }) => secondMoment);
  return coupling.energy(rho) / 2 - freeEntropy;
}
