import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import type { ByFactor } from "../state-evolution/state-evolution.ts";
import { multimodalOf, type ScaledChannel } from "./multimodal.ts";
import { type RectangularSpike, rectangularSpike } from "./rectangular-spike.ts";

/** What sequential curriculum learning finds in the limit. */
export interface SequentialOverlaps {
  /** Squared cosines with the truth. */
  readonly squaredOverlaps: ByFactor;
  /** Top singular value over sqrt(N_1), of the matrix and of the tensor contracted with the estimate of u. */
  readonly singularValues: {
    /** Of the matrix. */
    readonly matrix: number;
    /** Of the contracted tensor. */
    readonly tensor: number;
  };
  /** Edge of the bulk of each over sqrt(N_1). */
  readonly edges: {
    /** Of the matrix. */
    readonly matrix: number;
    /** Of the contracted tensor. */
    readonly tensor: number;
  };
}

/**
 * Sequential curriculum learning of a matrix of u and v and a tensor of u, x and y: the matrix's singular vectors, then those of the
 * tensor contracted with the estimate of u. That contraction is again a spiked matrix, of effective variance Dt/cos^2(u).
 *
 * @param spec - ratios and the two channels
 * @param priors - the prior of each factor by its name, or one for all, of which second moments count; default unit
 * @throws TypeError or RangeError for other models, and for priors out of range
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function sequentialOverlaps(
  spec: SharedFactorSpec,
  priors?: Prior | Readonly<Record<string, Prior>>,
): SequentialOverlaps {
  const model = multimodalOf("sequentialOverlaps", spec, priors);
  const [u, v, x, y] = model.names;
  const [vRatio, rows, cols] = model.ratios;
  const { matrix, tensor } = model;
  const first = rectangularSpike({ rows: 1, cols: vRatio, variance: matrix.variance });
  const [s, sv] = first.squaredOverlaps;
  const second = contracted(rows, cols, tensor.variance, s);
  const [sx, sy] = second.squaredOverlaps;
  const scale = ({ unit }: ScaledChannel): number => Math.sqrt(unit * spec.ratios[u]!);
  return {
    squaredOverlaps: { [u]: s, [v]: sv, [x]: sx, [y]: sy },
    singularValues: {
      matrix: first.singularValue * scale(matrix),
      tensor: second.singularValue * scale(tensor),
    },
    edges: { matrix: first.edge * scale(matrix), tensor: second.edge * scale(tensor) },
  };
}

/** sqrt(s) times a spiked matrix of variance D/s. */
function contracted(rows: number, cols: number, D: number, s: number): RectangularSpike {
  if (s === 0) {
    const edge = Math.sqrt(D) * (Math.sqrt(rows) + Math.sqrt(cols));
    return { squaredOverlaps: [0, 0], singularValue: edge, edge };
  }
  const spike = rectangularSpike({ rows, cols, variance: D / s });
  const root = Math.sqrt(s);
  return { ...spike, singularValue: root * spike.singularValue, edge: root * spike.edge };
}
