import { findRoot } from "../find-root.ts";
import type { ByFactor } from "../state-evolution/state-evolution.ts";
import { type CurveGrid, curveGrid, lastMinimum } from "../thresholds/curve-grid.ts";
import {
  type CurvePoint,
  transitionOf,
  type UninformedBranch,
  uninformedAt,
  uninformedBranch,
} from "../thresholds/curve-transition.ts";
import type { FixedPointCurve } from "../thresholds/fixed-point-curve.ts";
import { glmCurve } from "./glm-curve.ts";
import { type GlmModel, requireGlm } from "./glm-spec.ts";
import { perfectFreeEntropy } from "./perfect-free-entropy.ts";

/** A point of the curve of fixed points. */
export interface GlmPoint {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  /** m, of w. */
  readonly overlaps: ByFactor;
}

/** The first-order transition of a generalised linear model. */
export interface GlmTransitions {
  /** Above its ratio AMP without information succeeds: there the overlap jumps; infinite: it never does. */
  readonly uninformedSpinodal: GlmPoint;
  /** Where both branches have the same free entropy; undefined where that of perfect recovery is infinite. */
  readonly informationTheoretic: GlmPoint | undefined;
  /** Where the informed branch begins; undefined where it is perfect recovery, off the curve. */
  readonly informedSpinodal: GlmPoint | undefined;
}

/** The curve varies slowly and costs double integrals. */
const intervals = 80;
/** By this part alpha must fall behind its maximum, beyond rounding. */
const FALL = 1e-6;
/** Ratios of samples are looked for up to this. */
const LARGEST = 1e6;

/**
 * First-order points of Bayes-optimal learning from the curve of all fixed points, alpha(A) = A/qhat(m(A)): AMP follows it, from zero
 * overlap where zero is a fixed point, up to its largest value before the informed branch begins.
 *
 * @param model - `channel` and `prior`
 * @returns undefined where the overlap has no jump
 * @throws TypeError or RangeError for a model that is not as described
 * @example glmTransitions({ channel: sign(), prior: rademacher })?.uninformedSpinodal.ratio // 1.49263182, the binary perceptron
 * @see Gyorgyi, First-order transition to perfect generalization in a neural network with binary synapses (1990)
 */
export function glmTransitions(model: GlmModel): GlmTransitions | undefined {
  requireGlm("glmTransitions", { ...model, ratio: 1 });
  const curve = glmCurve(model);
  const grid = curveGrid(curve, intervals);
  const fold = lastMinimum(grid);
  if (fold === undefined) return jumpToPerfection(model, curve, grid);
  const { uninformedSpinodal, informationTheoretic, informedSpinodal } = transitionOf(curve, grid, fold);
  return {
    uninformedSpinodal: pointOf(uninformedSpinodal),
    informationTheoretic: pointOf(informationTheoretic),
    informedSpinodal: pointOf(informedSpinodal),
  };
}

function pointOf({ snr, overlaps }: CurvePoint): GlmPoint {
  return { ratio: snr, overlaps };
}

/** Where alpha falls towards perfect recovery, nothing but that is left behind the maximum. */
function jumpToPerfection(
  model: GlmModel,
  curve: FixedPointCurve,
  grid: CurveGrid,
): GlmTransitions | undefined {
  const last = grid.snr.at(-1)!;
  if (!(last < (1 - FALL) * Math.max(...grid.snr))) return undefined;
  const branch = uninformedBranch(curve, grid, grid.snr.length);
  return {
    uninformedSpinodal: pointOf(branch.end),
    informationTheoretic: equalToPerfect(model, curve, grid, branch),
    informedSpinodal: undefined,
  };
}

/** Where, below the end of the branch without information, perfect recovery has its free entropy. */
function equalToPerfect(
  model: GlmModel,
  curve: FixedPointCurve,
  grid: CurveGrid,
  branch: UninformedBranch,
): GlmPoint | undefined {
  const perfect = perfectFreeEntropy(model);
  if (perfect === undefined) return undefined;
  const at = (ratio: number) => uninformedAt(curve, grid, branch, ratio);
  const advantage = (ratio: number): number => perfect(ratio) - at(ratio).freeEntropy;
  const end = Math.min(branch.end.snr, LARGEST);
  const least = Math.min(grid.snr[0]!, end / 2);
  if (!(advantage(least) < 0 && advantage(end) > 0)) return undefined;
  const ratio = findRoot(advantage, least, end);
  return { ratio, overlaps: at(ratio).overlaps };
}
