import { findRoot } from "../find-root.ts";
import { freeEntropyOf } from "../free-entropy/free-entropy-of.ts";
import type { FixedPointCurve } from "../thresholds/fixed-point-curve.ts";
import { glmCoupling } from "./glm-coupling.ts";
import type { GlmModel } from "./glm-spec.ts";
import { glmWeakRecovery } from "./glm-weak-recovery.ts";

/** Logarithms of A rho between which fixed points lie. */
const logRange = [-8, 14] as const;
/** Closer to perfect recovery, relatively, rho - m is lost in rounding ... */
const RESOLVED = 1e-8;
/** ... which matters where the information of a label still grows from there on: without noise. */
const GROWS = 1.1;

/**
 * The fixed points of a generalised linear model along t = log A: at precision A the overlap is m = m_prior(A), and the samples per
 * dimension, which stand in the place of the snr, must be alpha = A/qhat(m).
 */
export function glmCurve({ channel, prior }: GlmModel): FixedPointCurve {
  const rho = prior.secondMoment;
  const overlap = (t: number): number => prior.overlap(Math.exp(t));
  const unit = glmCoupling({ ratio: 1, channel, prior });
  const freeEntropy = (m: number, alpha: number): number =>
    freeEntropyOf(
      { coupling: glmCoupling({ ratio: alpha, channel, prior }), priors: [prior] },
      Float64Array.of(m),
    );
  const information = (m: number): number => unit.precision(0, Float64Array.of(m));
  const ratio = (t: number): number => Math.exp(t) / information(overlap(t));
  const [from, to] = logRange.map((log) => log - Math.log(rho)) as [number, number];
  const closest = (1 - RESOLVED) * rho;
  const ends = overlap(to) > closest && information(rho) > GROWS * information(closest);
  return {
    range: [from, ends ? findRoot((t) => overlap(t) - closest, from, to) : to],
    snr: ratio,
    overlaps: (t) => ({ w: overlap(t) }),
    freeEntropy: (t) => freeEntropy(overlap(t), ratio(t)),
    trivial: {
      onset: prior.mean === 0 ? glmWeakRecovery(channel, { secondMoment: rho }) : 0,
      overlaps: () => ({ w: 0 }),
      freeEntropy: (alpha) => freeEntropy(0, alpha),
    },
  };
}
