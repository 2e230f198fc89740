import { findRoot } from "../find-root.ts";
import { minimise } from "../minimise.ts";
import { glmFreeEntropy } from "./glm-free-entropy.ts";
import { conditionalVariance, type GlmSpec, requireGlm } from "./glm-spec.ts";
import { channelInformation, channelLogPartition } from "./projection-expectation.ts";

/** A point of the curve of fixed points. */
export interface GlmPoint {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  /** m. */
  readonly overlap: number;
}

/** The first-order transition of a generalised linear model. */
export interface GlmTransitions {
  /** Where the fixed point that AMP reaches without information ends and the overlap jumps; undefined without a jump. */
  readonly algorithmic: GlmPoint | undefined;
  /** Where the informed fixed point begins; undefined without a jump, or where perfect recovery is a fixed point at any ratio. */
  readonly informedSpinodal: GlmPoint | undefined;
  /** Where both have the same free entropy; undefined without a jump, or where that of perfect recovery is infinite. */
  readonly informationTheoretic: GlmPoint | undefined;
}

/** The scan of log A. */
const from = -8;
const to = 14;
const steps = 110;

/**
 * First-order points of Bayes-optimal learning from the curve of all fixed points, alpha(A) = A/qhat(m(A)): AMP follows it up to
 * its first local maximum; the informed branch begins at the local minimum behind it.
 *
 * @param model - `channel` and `prior`
 * @throws TypeError or RangeError for a model that is not as described
 * @example glmTransitions({ channel: sign(), prior: rademacher }).algorithmic.ratio // 1.49263182, the binary perceptron
 * @see Gyorgyi, First-order transition to perfect generalization in a neural network with binary synapses (1990)
 */
export function glmTransitions(model: Pick<GlmSpec, "channel" | "prior">): GlmTransitions {
  const spec = { ...model, ratio: 1 };
  requireGlm("glmTransitions", spec);
  const { channel, prior } = spec;
  const pointAt = (logA: number): GlmPoint => {
    const A = Math.exp(logA) / prior.secondMoment;
    const overlap = prior.overlap(A);
    return { ratio: A / channelInformation(channel, overlap, conditionalVariance(spec, overlap)), overlap };
  };
  const step = (to - from) / steps;
  const points = Array.from({ length: steps + 1 }, (_, i) => pointAt(from + i * step));
  // Closer to perfect recovery rho - m is lost in rounding.
  const resolved = points.filter(({ overlap }) => overlap < (1 - 1e-8) * prior.secondMoment);
  const curve = resolved.map(({ ratio }) => ratio);
  const turns = (sign: 1 | -1, first: number): number | undefined => {
    for (let i = Math.max(1, first); i + 1 < curve.length; i++)
      if (sign * curve[i]! > sign * curve[i - 1]! && sign * curve[i]! >= sign * curve[i + 1]!) return i;
    return undefined;
  };
  const refined = (i: number, sign: 1 | -1): number => {
    const centre = from + i * step;
    return minimise((logA) => -sign * pointAt(logA).ratio, centre - step, centre + step).argument;
  };
  const top = turns(1, 1);
  if (top === undefined)
    return { algorithmic: undefined, informedSpinodal: undefined, informationTheoretic: undefined };
  const bottom = turns(-1, top + 1);
  const highest = refined(top, 1);
  const lowest = bottom === undefined ? undefined : refined(bottom, -1);
  return {
    algorithmic: pointAt(highest),
    informedSpinodal: lowest === undefined ? undefined : pointAt(lowest),
    informationTheoretic: informationTheoretic(spec, pointAt, highest, lowest),
  };
}

/** Where, on the branch before the maximum, the free entropy of the other branch at the same ratio is reached. */
function informationTheoretic(
  spec: GlmSpec,
  pointAt: (logA: number) => GlmPoint,
  highest: number,
  lowest: number | undefined,
): GlmPoint | undefined {
  const phi = ({ ratio, overlap }: GlmPoint): number => glmFreeEntropy({ ...spec, ratio }, overlap);
  const informed = (ratio: number): number => {
    if (lowest === undefined) return perfectFreeEntropy({ ...spec, ratio });
    const logA = findRoot((x) => pointAt(x).ratio - ratio, lowest, 2 * to);
    return phi({ ratio, overlap: pointAt(logA).overlap });
  };
  if (lowest === undefined && !isBounded(spec)) return undefined;
  const advantage = (logA: number): number => {
    const point = pointAt(logA);
    return informed(point.ratio) - phi(point);
  };
  const first = lowest === undefined ? from : startOfBoth(pointAt, pointAt(lowest).ratio, highest);
  if (!(advantage(first) < 0 && advantage(highest) > 0)) return undefined;
  return pointAt(findRoot(advantage, first, highest));
}

/** Where the branch before the maximum has the ratio at which the informed branch begins. */
function startOfBoth(pointAt: (logA: number) => GlmPoint, ratio: number, highest: number): number {
  if (pointAt(from).ratio >= ratio) return from;
  return findRoot((logA) => pointAt(logA).ratio - ratio * (1 + 1e-9), from, highest);
}

/** The free entropy of perfect recovery, by extrapolation in sqrt(V): what a sharp edge of the channel costs is of that order. */
function perfectFreeEntropy({ ratio, channel, prior }: GlmSpec): number {
  const rho = prior.secondMoment;
  const certain = 1e8 / rho;
  const entropy = prior.expectedLogPartition(certain) - (certain * rho) / 2;
  const output = (V: number): number => channelLogPartition(channel, rho - V, V);
  return entropy + ratio * (2 * output(1e-8 * rho) - output(4e-8 * rho));
}

/** Whether that is finite: not so for continuous priors without noise, where it depends on how close one looks. */
function isBounded(spec: GlmSpec): boolean {
  const rho = spec.prior.secondMoment;
  const near = (gap: number): number => glmFreeEntropy({ ...spec, ratio: 1.5 }, rho * (1 - gap));
  return Math.abs(near(1e-9) - near(1e-7)) < 1e-2;
}
