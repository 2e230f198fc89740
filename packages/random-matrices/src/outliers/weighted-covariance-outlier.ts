import { reject, rejectKind, requireOptions, requirePositive } from "../argument-checks.ts";
import { massAt } from "../convolution/atoms.ts";
import { covarianceValue } from "../convolution/covariance-map.ts";
import { farthest, gapsOf, position, unitOf } from "../convolution/gaps.ts";
import { type MomentTransform, momentTransformOf } from "../convolution/moment-transform.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import { findRoot } from "../find-root.ts";
import type { GapOutlier, Outliers } from "../outlier.ts";
import type { Interval, SpectralLaw } from "../spectral-law.ts";
import { contractionWindow, spreadOf } from "./contraction-window.ts";

/** Options of `weightedCovarianceOutlier`. */
export interface WeightedCovarianceOutlierOptions {
  /** r = d/n > 0: the dimension d over the number n of samples, 1/delta where delta = n/d. */
  readonly ratio: number;
  /** The law of the weights t, of either sign; bounded. */
  readonly weights: SpectralLaw;
  /** The law of t under the measure (v.x)^2 dP, which is one as E[(v.x)^2] = 1: what the weights know of the direction v. */
  readonly tilted: SpectralLaw;
}

/** The outliers of a weighted covariance. */
export interface WeightedCovarianceOutliers extends Omit<Outliers, "threshold" | "inner"> {
  /** delta = n/d beyond which the eigenvalue leaves the bulk; infinite where E[t ((v.x)^2 - 1)] = 0. */
  readonly threshold: number;
  /** Those in the other gaps of the bulk, ascending; mostly none. */
  readonly others: readonly GapOutlier[];
}

/** The transforms of the weights and of the tilted weights, at which outliers are where the second exceeds the first by r. */
interface Transforms {
  readonly weights: MomentTransform;
  readonly tilted: MomentTransform;
}

/** T_tilted - T at a real point. */
function gain({ weights, tilted }: Transforms, s: number): number {
  return tilted({ re: s, im: 0 }).value.re - weights({ re: s, im: 0 }).value.re;
}

/** The outlier that comes from a gap of the weights: where z(s) = E[(v.x)^2 t s/(s - t)], of which z rises and the other side falls. */
function outlierFrom(
  gap: Interval,
  weights: SpectralLaw,
  transforms: Transforms,
  ratio: number,
): GapOutlier | undefined {
  const window = contractionWindow(weights, transforms.weights, gap, ratio);
  if (window === undefined) return undefined;
  const { from, to, at } = window;
  const rest = (v: number): number => at(v) * (ratio - gain(transforms, at(v)));
  // Of a window around s = 0 that is the only root of s (r - gain), which rises, and no outlier.
  const isAroundZero = at(from) < 0 !== at(to) < 0;
  if (isAroundZero || rest(from) < 0 === rest(to) < 0) return undefined;
  const bulk = (s: number) =>
    covarianceValue(transforms.weights, { linear: ratio, coupling: 1 }, { re: s, im: 0 });
  const s = at(findRoot(rest, from, to));
  const { value, slope } = bulk(s);
  const far = gap[0] === -Infinity ? -Infinity : gap[1] === Infinity ? Infinity : bulk(at(to)).value.re;
  const ends = [bulk(at(from)).value.re, far].sort((a, b) => a - b);
  return {
    gap: [ends[0]!, ends[1]!],
    eigenvalue: value.re,
    squaredOverlap: slope.re / (slope.re + spreadOf(transforms.tilted, s)),
  };
}

/** Below this, in units of the weights, the mean of the tilted weights is that of the weights. */
const leastKnowledge = 1e-12;
/** Steps of the search for the largest ratio at which the outlier is out. */
const steps = 144;

/** 1/r at the end of the points s of the gap, from infinity on, whose ratio r = gain(s) is above E[t^2/(s - t)^2]. */
function thresholdFrom(gap: Interval, weights: SpectralLaw, transforms: Transforms): number {
  const unit = unitOf(weights);
  const at = (v: number): number => position(gap, unit, v);
  const lead = (v: number): number => gain(transforms, at(v)) - spreadOf(transforms.weights, at(v));
  const grid = Array.from({ length: steps + 1 }, (_, i) => farthest * (1 - (2 * i) / steps));
  const last = grid.findIndex((v) => !(lead(v) > 0));
  const end = last < 0 ? -farthest : findRoot(lead, grid[last]!, grid[last - 1]!);
  return 1 / gain(transforms, at(end));
}

/**
 * The outliers of the d x d matrix (1/n) sum_i t_i x_i x_i^T with x_i ~ N(0, I_d) and weights t_i that depend on x_i through a direction v,
 * |v| = 1; its bulk is `weightedCovariance`. With T and T_v the transforms E[t/(s - t)] under P and under (v.x)^2 dP, the bulk is outside
 * of z(s) = s (r + T(s)) where z'(s) > 0, and an outlier is at z(s) where in addition T_v(s) - T(s) = r. Its eigenvector has the squared
 * overlap z'(s)/(z'(s) - (s T_v(s))') with v. Further directions that the weights depend on have outliers of their own, with their T_v.
 *
 * Signs t = y of a planted concept, with P(y = 1) = 1/2 and c = E[y (v.x)^2], have T_v of the masses (1 +- c)/2: with delta = n/d and
 * L = (c delta + sqrt(c^2 delta^2 + 4))/2 the outlier is at L/delta + 1/(c delta), and leaves the bulk where c^2 delta L^2 = L^2 + 1. Of
 * several concepts one after the other does as n grows.
 *
 * @param options - `ratio` r = d/n > 0; `weights` the law of t, and `tilted` its law under (v.x)^2 dP
 * @returns the outlier on the side to which the weights know v: above the bulk if E[t ((v.x)^2 - 1)] > 0, else below; `threshold` the
 *   n/d from which on it is there; `others` in further gaps
 * @throws RangeError if the ratio is not positive and finite, or a law is unbounded; TypeError if one is no law, the weights are all 0, or
 *   the tilted law has points that they do not have
 *
 * @example
 * const signs = (plus: number) => discreteLaw({ points: [-1, 1], masses: [1 - plus, plus] });
 * const c = Math.LN2; // of two equal quadratic concepts
 * weightedCovarianceOutlier({ ratio: 0.1, weights: signs(1 / 2), tilted: signs((1 + c) / 2) }).threshold; // 2.5126
 *
 * @see Y. Lu, G. Li, Phase transitions of spectral initialization for high-dimensional nonconvex estimation (2020), theorem 1; M. Mondelli,
 *   A. Montanari, Fundamental limits of weak recovery with applications to phase retrieval (2018).
 */
export function weightedCovarianceOutlier(
  options: WeightedCovarianceOutlierOptions,
): WeightedCovarianceOutliers {
  requireOptions("weightedCovarianceOutlier", options);
  const { ratio, weights, tilted } = options;
  requirePositive("weightedCovarianceOutlier", "ratio", ratio);
  requireWeights(weights, tilted);
  const transforms = { weights: momentTransformOf(weights), tilted: momentTransformOf(tilted) };
  const gaps = gapsOf(weights, 0);
  const side = gaps[{ above: gaps.length - 1, below: 0, none: -1 }[sideOf(transforms, unitOf(weights))]];
  const found = gaps.map((gap) => outlierFrom(gap, weights, transforms, ratio));
  const own = side && found[gaps.indexOf(side)];
  return {
    threshold: side === undefined ? Infinity : thresholdFrom(side, weights, transforms),
    eigenvalue: own?.eigenvalue,
    squaredOverlap: own?.squaredOverlap ?? 0,
    others: found.filter((one) => one !== undefined && one !== own) as GapOutlier[],
  };
}

/** The sign of E[t ((v.x)^2 - 1)], what s (T_v - T) tends to at infinity. */
function sideOf(transforms: Transforms, unit: number): "above" | "below" | "none" {
  const knowledge = gain(transforms, unit / Number.EPSILON) / Number.EPSILON;
  if (Math.abs(knowledge) <= leastKnowledge) return "none";
  return knowledge > 0 ? "above" : "below";
}

/** Requires weights that are not all 0, and a tilted law on their points. */
function requireWeights(weights: SpectralLaw, tilted: SpectralLaw): void {
  requireBounded("weightedCovarianceOutlier", "weights", weights);
  if (massAt(weights, 0) === 1)
    rejectKind("weightedCovarianceOutlier", "weights", "have mass beside 0", weights);
  requireBounded("weightedCovarianceOutlier", "tilted", tilted);
  const isIn = (point: number): boolean =>
    massAt(weights, point) > 0 || weights.support.some(([lower, upper]) => point >= lower && point <= upper);
  for (const point of [...tilted.support.flat(), ...tilted.atoms.map(({ at }) => at)])
    if (!isIn(point))
      reject("weightedCovarianceOutlier", "tilted's points", "be points of the weights", point);
}
