import { reject } from "../argument-checks.ts";
import { findRoot } from "../find-root.ts";
import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { priorsOf } from "../state-evolution/priors-of.ts";
import { maximumLikelihoodOverlap } from "./maximum-likelihood-overlap.ts";
import { type Multimodal, multimodalOf, tensorBarrier } from "./multimodal.ts";

/** The largest variances of the matrix at which an algorithm recovers from a random start. */
export interface MatrixThresholds {
  /** The matrix's two factors u and v, weakly. */
  readonly matrix: number;
  /** The other two, x and y; 0 where the tensor is too noisy for any matrix. */
  readonly tensor: number;
}

/** Thresholds of the multi-modal model in the variance of the matrix, at the tensor's given variance. */
export interface MultimodalThresholds {
  /** Bayes-AMP: c1 and c2. */
  readonly bayes: MatrixThresholds;
  /** Sequential curriculum learning by singular vectors; for Gaussian priors those of Bayes-AMP. */
  readonly sequential: MatrixThresholds;
  /** Spherical maximum-likelihood AMP, the joint fit. */
  readonly maximumLikelihood: MatrixThresholds;
}

/**
 * Weak-recovery thresholds of a matrix of u and v and a tensor of u, x and y. In the units of u, kappa = Dt/sqrt(alpha_x alpha_y):
 *
 *     u, v: Dm < sqrt(alpha_v);  x, y: m_u(Dm) > kappa, for Gaussian priors Dm < [-kappa + sqrt(kappa^2 + 4 alpha_v (1 - kappa))]/2;
 *     maximum likelihood: Dm^2 (1 + alpha_x alpha_y Dm/(alpha_v Dt)) < alpha_v, and cos^2(u) > kappa.
 *
 * Maximum likelihood is on spheres of radius sqrt(N rho). These are the ends of the zero fixed point's stability; what tensors do
 * beyond is seen by `firstOrderTransition(multimodalCurve(spec))`.
 *
 * @param spec - ratios and the two channels; the matrix's variance is not read
 * @param priors - of mean zero; the prior of each factor by its name, or one for all; default standard Gaussian
 * @throws TypeError or RangeError for other models, and for priors out of range or with a mean
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function multimodalThresholds(
  spec: SharedFactorSpec,
  priors?: Prior | Readonly<Record<string, Prior>>,
): MultimodalThresholds {
  const call = "multimodalThresholds";
  const model = multimodalOf(call, spec, priors);
  const {
    ratios: [v],
    matrix: { unit },
  } = model;
  const scaled = (matrix: number, tensor: number): MatrixThresholds => ({
    matrix: matrix * unit,
    tensor: tensor * unit,
  });
  const spectral = gaussianTensorThreshold(model);
  const [uPrior, vPrior] = priors === undefined ? [] : matrixPriors(call, spec, model, priors);
  const bayes = uPrior && vPrior ? tensorThreshold(model, uPrior, vPrior) : spectral;
  const maximumLikelihood = maximumLikelihoodThresholds(model);
  return {
    bayes: scaled(Math.sqrt(v), bayes),
    sequential: scaled(Math.sqrt(v), spectral),
    maximumLikelihood: scaled(maximumLikelihood.matrix, maximumLikelihood.tensor),
  };
}

function matrixPriors(
  call: string,
  spec: SharedFactorSpec,
  { names }: Multimodal,
  priors: Prior | Readonly<Record<string, Prior>>,
): Prior[] {
  const all = Object.keys(spec.ratios);
  const ordered = priorsOf(call, all, priors);
  ordered.forEach(({ mean }, a) => {
    if (mean !== 0) reject(call, `the mean of the prior of ${all[a]}`, "be 0", mean);
  });
  return names.slice(0, 2).map((name) => ordered[all.indexOf(name)]!);
}

/** The Dm at which cos^2(u) = (alpha - Dm^2)/(alpha + Dm) is kappa. */
function gaussianTensorThreshold(model: Multimodal): number {
  const kappa = tensorBarrier(model);
  const [v] = model.ratios;
  return kappa < 1 ? (-kappa + Math.sqrt(kappa * kappa + 4 * v * (1 - kappa))) / 2 : 0;
}

/**
 * The Dm at which m_u is kappa at the fixed point of the matrix alone: A_u from m_u = m_prior(A_u), then Dm from
 * A_u = alpha m_v(m_u/Dm)/Dm, both monotone. Not beyond c1: what lies there is out of reach.
 */
function tensorThreshold(model: Multimodal, uPrior: Prior, vPrior: Prior): number {
  const kappa = tensorBarrier(model);
  const [v] = model.ratios;
  if (kappa >= 1) return 0;
  const overlap = (prior: Prior, A: number): number =>
    prior.overlap(A / prior.secondMoment) / prior.secondMoment;
  const A = Math.exp(findRoot((t) => overlap(uPrior, Math.exp(t)) - kappa, ...logRange));
  const excess = (t: number): number => (v * overlap(vPrior, kappa * Math.exp(-t))) / Math.exp(t) - A;
  return Math.min(Math.exp(findRoot(excess, ...logRange)), Math.sqrt(v));
}

/** Logarithms between which precisions and variances are looked for. */
const logRange = [-25, 25] as const;

function maximumLikelihoodThresholds(model: Multimodal): MatrixThresholds {
  const {
    ratios: [v, x, y],
    tensor,
  } = model;
  const burden = (D: number): number => D * D * (1 + (x * y * D) / (v * tensor.variance)) - v;
  const matrix = findRoot(burden, 0, Math.sqrt(v));
  const kappa = tensorBarrier(model);
  if (kappa >= 1) return { matrix, tensor: 0 };
  const excess = (D: number): number => maximumLikelihoodOverlap(model, D).u - kappa;
  return { matrix, tensor: findRoot(excess, 0, matrix) };
}
