import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import type { SharedFactorSpec } from "../models.ts";
import { curveGrid } from "./curve-grid.ts";
import { derivative } from "./derivative.ts";
import { multimodalOf } from "./multimodal.ts";
import { multimodalCurve } from "./multimodal-curve.ts";

/** Parts of sqrt(alpha_x alpha_y) between which the tricritical variance of the tensor lies. */
const range = [1e-3, 0.999] as const;
const step = 0.03;

/**
 * The variance of the tensor below which the multi-modal model with standard Gaussian priors, after its continuous onset, has a
 * first-order transition too: there the curve of fixed points, Dm against m_u, has a horizontal inflection.
 *
 * @param spec - ratios and the two channels; the variances are not read
 * @throws TypeError or RangeError for other models
 */
export function multimodalTricritical(spec: SharedFactorSpec): number {
  const { ratios, tensor } = multimodalOf("multimodalTricritical", spec);
  const unit = tensor.unit * Math.sqrt(ratios[1] * ratios[2]);
  return unit * findRoot((kappa) => steepest(withTensorVariance(spec, unit * kappa)), ...range);
}

/** The least d snr/d m_u along the curve, up to a positive factor. */
function steepest(spec: SharedFactorSpec): number {
  const curve = multimodalCurve(spec);
  /** d t/d m_u = 1/(logistic (1 - logistic)). */
  const slope = (t: number): number => derivative(curve.snr, t, step) * (2 + Math.exp(t) + Math.exp(-t));
  const { t } = curveGrid(curve);
  const inside = t.filter((at) => Math.abs(at) < 8);
  const slopes = inside.map(slope);
  const least = slopes.indexOf(Math.min(...slopes));
  if (least <= 0 || least >= inside.length - 1) return slopes[least]!;
  return minimise(slope, inside[least - 1]!, inside[least + 1]!).value;
}

function withTensorVariance(spec: SharedFactorSpec, variance: number): SharedFactorSpec {
  const channels = spec.channels.map((channel) =>
    channel.factors.length === 3 ? { ...channel, variance } : channel,
  );
  return { ...spec, channels };
}
