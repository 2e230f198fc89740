import { requireInteger } from "../argument-checks.ts";
import { freeEntropyOf } from "../free-entropy/free-entropy-of.ts";
import type { SymmetricSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { requireSymmetricSpec, symmetricCoupling } from "../state-evolution/symmetric-coupling.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";

/** Options of `symmetricCurve`. */
export interface SymmetricCurveOptions {
  /** Index of the channel whose variance is varied; default 0. */
  readonly channel?: number;
}

/** Logarithms of A rho between which fixed points lie. */
const logRange = [-14, 9] as const;

/**
 * The fixed points of one vector seen through symmetric matrices and tensors, along t = log A: at precision A the overlap is
 * m = m_prior(A), and the variance of the chosen channel must be D = m^{p-1}/(A - sum over the others of m^{p'-1}/D').
 *
 * @param spec - orders and noise variances; the variance of the chosen channel is not read
 * @param prior - the law of the coordinates of x
 * @param options - `channel`, the index of the one whose variance is varied, default 0
 * @throws TypeError or RangeError for a spec, prior or channel out of range
 */
export function symmetricCurve(
  spec: SymmetricSpec,
  prior: Prior,
  options: SymmetricCurveOptions = {},
): FixedPointCurve {
  const call = "symmetricCurve";
  requireSymmetricSpec(call, spec);
  requirePrior(call, "prior", prior);
  const { channel = 0 } = options;
  requireInteger(call, "channel", channel, 0, spec.channels.length - 1);
  const others = spec.channels.filter((_, c) => c !== channel);
  const { order } = spec.channels[channel]!;
  const overlap = (t: number): number => prior.overlap(Math.exp(t));
  const snrOf = (A: number, m: number): number =>
    others.reduce((rest, other) => rest - m ** (other.order - 1) / other.variance, A) / m ** (order - 1);
  const snr = (t: number): number => snrOf(Math.exp(t), overlap(t));
  const freeEntropy = (m: number, at: number): number => {
    const channels = [...others, { order, variance: 1 / at }];
    return freeEntropyOf(
      { coupling: symmetricCoupling(call, { channels }), priors: [prior] },
      Float64Array.of(m),
    );
  };
  const scale = Math.log(prior.secondMoment);
  return {
    range: [logRange[0] - scale, logRange[1] - scale],
    snr,
    overlaps: (t) => ({ x: overlap(t) }),
    freeEntropy: (t) => freeEntropy(overlap(t), snr(t)),
    trivial: { onset: onsetOf(others, order, prior), overlaps: () => ({ x: 0 }), freeEntropy: () => 0 },
  };
}

/** The snr of a channel above which zero is unstable, for mean zero: sum over matrices of rho^2/D = 1. */
function onsetOf(others: SymmetricSpec["channels"], order: number, prior: Prior): number {
  if (prior.mean !== 0) return 0;
  const matrices = others.filter((other) => other.order === 2);
  const margin = matrices.reduce((left, { variance }) => left - prior.secondMoment ** 2 / variance, 1);
  if (order === 2) return margin / prior.secondMoment ** 2;
  return margin > 0 ? Infinity : 0;
}
