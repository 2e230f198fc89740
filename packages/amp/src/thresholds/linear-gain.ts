import { symmetricEigenvalues } from "@onsager/linalg";
import type { SharedFactorSpec, SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { priorsOf } from "../state-evolution/priors-of.ts";
import { requireSharedFactorSpec } from "../state-evolution/shared-factor-coupling.ts";
import { requireSymmetricSpec } from "../state-evolution/symmetric-coupling.ts";

/**
 * The factor by which a small overlap grows in a step of Bayes-AMP, sum over matrices of rho^2/D: weak recovery from a random start
 * where it exceeds 1. A Wigner matrix of variance D alone is at its threshold D = rho^2 where the gain is 1; tensors of order 3 and
 * above do not count. Priors with a mean need no recovery: infinite.
 *
 * @param spec - orders and noise variances
 * @param prior - the law of the coordinates of x
 * @throws TypeError or RangeError for a spec or prior out of range
 * @example symmetricGain({ channels: [{ order: 2, variance: 0.5 }] }, rademacher) // 2
 */
export function symmetricGain(spec: SymmetricSpec, prior: Prior): number {
  requireSymmetricSpec("symmetricGain", spec);
  requirePrior("symmetricGain", "prior", prior);
  if (prior.mean !== 0) return Infinity;
  const matrices = spec.channels.filter(({ order }) => order === 2);
  return matrices.reduce((sum, { variance }) => sum + prior.secondMoment ** 2 / variance, 0);
}

/**
 * The factor by which small overlaps grow in a parallel sweep of Bayes-AMP: the largest eigenvalue of
 * S_ab = sum over matrices c of a and b of rho_a rho_b sqrt(alpha_a alpha_b)/D_c. Weak recovery from a random start where it exceeds
 * 1; with all matrix variances multiplied by the gain, the model is at its threshold. One matrix: D < sqrt(alpha_2) rho_u rho_v; star
 * of matrices that share u: sum_c alpha_c rho_c^2/D_c^2 > 1/rho_u^2. Where a prior has a mean: infinite.
 *
 * @param spec - ratios and channels
 * @param priors - the prior of each factor by its name, or one for all
 * @throws TypeError or RangeError for a spec or priors out of range
 */
export function sharedFactorGain(
  spec: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>>,
): number {
  requireSharedFactorSpec("sharedFactorGain", spec);
  const names = Object.keys(spec.ratios);
  const ordered = priorsOf("sharedFactorGain", names, priors);
  names.forEach((name, a) => {
    requirePrior("sharedFactorGain", `the prior of ${name}`, ordered[a]);
  });
  if (ordered.some(({ mean }) => mean !== 0)) return Infinity;
  const weights = names.map((name, a) => ordered[a]!.secondMoment * Math.sqrt(spec.ratios[name]!));
  const n = names.length;
  const data = new Float64Array(n * n);
  for (const { factors, variance } of spec.channels.filter(({ factors }) => factors.length === 2)) {
    const [a, b] = factors.map((name) => names.indexOf(name)) as [number, number];
    const entry = (weights[a]! * weights[b]!) / variance;
    data[a * n + b]! += entry;
    data[b * n + a]! += entry;
  }
  return symmetricEigenvalues({ rows: n, cols: n, data }).values.at(-1)!;
}
