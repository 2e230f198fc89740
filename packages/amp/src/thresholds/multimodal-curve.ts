import { reject } from "../argument-checks.ts";
import { sharedFactorFreeEntropy } from "../free-entropy/shared-factor-free-entropy.ts";
import type { SharedFactorSpec } from "../models.ts";
import { gaussian } from "../priors/gaussian.ts";
import type { ByFactor } from "../state-evolution/state-evolution.ts";
import type { FixedPointCurve } from "./fixed-point-curve.ts";
import { type Multimodal, multimodalOf, tensorBarrier } from "./multimodal.ts";
import { multimodalThresholds } from "./multimodal-thresholds.ts";
import { rectangularSpike } from "./rectangular-spike.ts";

/**
 * Logit of the part of (kappa, 1) at which m_u is: finely at both ends, and beyond the folds. Where kappa is small these are at
 * m_u - kappa of the order of kappa^4, and at 1 - m_u of the order of kappa.
 */
function logitRange(kappa: number): readonly [number, number] {
  return [Math.min(-18, 4 * Math.log(kappa) - 8), Math.max(18, 13 - Math.log(kappa))];
}

/**
 * The fixed points of the multi-modal model with standard Gaussian priors at which all of u, v, x and y are known, along
 * t = logit((m_u - kappa)/(1 - kappa)), kappa = Dt/sqrt(alpha_x alpha_y). With a = alpha_y m_u/Dt, b = alpha_x m_u/Dt,
 *
 *     m_x = (ab - 1)/(b(1 + a)),  m_y = (ab - 1)/(a(1 + b)),  R = 1/(1 - m_u) - alpha_x alpha_y m_x m_y/(Dt m_u),
 *     Dm = [-m_u + sqrt(m_u^2 + 4 alpha_v/R)]/2,  m_v = m_u/(Dm + m_u).
 *
 * The variance that is varied is the matrix's. The other branch has u and v alone, below sqrt(alpha_v), or nothing.
 *
 * @param spec - ratios and the two channels; the matrix's variance is not read
 * @throws TypeError or RangeError for other models, and for a tensor that is too noisy for any fixed point, kappa >= 1
 */
export function multimodalCurve(spec: SharedFactorSpec): FixedPointCurve {
  const call = "multimodalCurve";
  const model = multimodalOf(call, spec);
  const kappa = tensorBarrier(model);
  if (!(kappa < 1)) reject(call, "Dt/sqrt(alpha_x alpha_y)", "be below 1", kappa);
  const { names, matrix } = model;
  const { unit } = matrix;
  const byFactor = (values: readonly number[]): ByFactor =>
    Object.fromEntries(names.map((name, a) => [name, values[a]!]));
  const at = (t: number): Point => pointAt(model, kappa, t);
  const overlaps = (t: number): ByFactor => byFactor(at(t).overlaps);
  const trivialOverlaps = (snr: number): ByFactor => byFactor(withoutTensor(model, 1 / (snr * unit)));
  const freeEntropy = (snr: number, overlapsThere: ByFactor): number =>
    sharedFactorFreeEntropy(withMatrixVariance(spec, 1 / snr), gaussian(), overlapsThere);
  return {
    range: logitRange(kappa),
    snr: (t) => at(t).snr / unit,
    overlaps,
    freeEntropy: (t) => freeEntropy(at(t).snr / unit, overlaps(t)),
    trivial: {
      onset: 1 / multimodalThresholds(spec).bayes.tensor,
      overlaps: trivialOverlaps,
      freeEntropy: (snr) => freeEntropy(snr, trivialOverlaps(snr)),
    },
  };
}

/** A fixed point in the units of u. */
interface Point {
  readonly snr: number;
  /** u, v, x, y. */
  readonly overlaps: readonly [number, number, number, number];
}

/** The fixed point at m_u = kappa + (1 - kappa) logistic(t), with differences from both ends kept to full precision. */
function pointAt({ ratios: [v, x, y], tensor }: Multimodal, kappa: number, t: number): Point {
  const above = (1 - kappa) / (1 + Math.exp(-t));
  const below = (1 - kappa) / (1 + Math.exp(t));
  const mu = kappa + above;
  const a = (y * mu) / tensor.variance;
  const b = (x * mu) / tensor.variance;
  const excess = (above * (mu + kappa)) / (kappa * kappa);
  const mx = excess / (b * (1 + a));
  const my = excess / (a * (1 + b));
  const R = 1 / below - (x * y * mx * my) / (tensor.variance * mu);
  const snr = R > 0 ? (R * mu + Math.sqrt(R * R * mu * mu + 4 * v * R)) / (2 * v) : R;
  const mv = R > 0 ? (snr * mu) / (1 + snr * mu) : 0;
  return { snr, overlaps: [mu, mv, mx, my] };
}

function withoutTensor({ ratios: [v] }: Multimodal, matrixVariance: number): number[] {
  const { squaredOverlaps } = rectangularSpike({ rows: 1, cols: v, variance: matrixVariance });
  return [...squaredOverlaps, 0, 0];
}

function withMatrixVariance(spec: SharedFactorSpec, variance: number): SharedFactorSpec {
  const channels = spec.channels.map((channel) =>
    channel.factors.length === 2 ? { ...channel, variance } : channel,
  );
  return { ...spec, channels };
}
