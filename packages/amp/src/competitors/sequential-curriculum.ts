import { type Backend, contractOne, type Matrix, type Slot, type Tensor3 } from "@onsager/linalg";
import { rejectKind, requireOptions } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import type { AmpResult } from "../engines/amp-result.ts";
import type { AmpState } from "../engines/amp-state.ts";
import { matrixOf } from "../engines/matrix-of.ts";
import { sharedFactorAmp } from "../engines/shared-factor-amp.ts";
import { factorNames, requireChannels } from "../engines/shared-factor-problem.ts";
import { cosine } from "../engines/vectors.ts";
import type { SharedFactorModel } from "../models.ts";
import type { Stream } from "../random.ts";
import { requireStream } from "../require-stream.ts";
import type { RunOptions } from "../run-steps.ts";
import { topPair } from "./top-pair.ts";

/** Options of `sequentialCurriculum`; `signal` and `onStep` are those of the refinement. */
export interface SequentialCurriculumOptions extends RunOptions<AmpState> {
  /** Ends with Bayes-AMP under these priors, started from 0.7 times the spectral estimates; default none. */
  readonly refine?: Readonly<Record<string, Denoiser>>;
  /** The kernels; default `backend()` of `@onsager/linalg`. */
  readonly backend?: Backend;
}

/** What the curriculum found. */
export interface SequentialCurriculum {
  /** The estimate of each factor, |w|^2 = N. */
  readonly estimates: Readonly<Record<string, Float64Array>>;
  /** Squared cosines with the truth, where it is known. */
  readonly squaredOverlaps: Readonly<Record<string, number>> | undefined;
  /** The two largest singular values over sqrt(N_1), of the matrix and of the contracted tensor. */
  readonly singularValues: {
    /** Of the matrix. */
    readonly matrix: readonly [number, number];
    /** Of the tensor contracted with the shared factor. */
    readonly tensor: readonly [number, number];
  };
  /** Whether both eigensolvers converged. */
  readonly converged: boolean;
  /** The run of Bayes-AMP, with `refine`. */
  readonly refined: AmpResult | undefined;
}

/** Part of the spectral estimates that Bayes-AMP starts from. */
const START = 0.7;

/**
 * Sequential learning of a spiked matrix and a spiked tensor that share a factor: the top singular pair of the matrix gives u and v,
 * the tensor contracted with u is a matrix whose top singular pair gives x and y. Recovers the factors wherever Bayes-AMP does.
 *
 * @param model - one channel of two factors and one of three that share one; with the truth overlaps are reported
 * @param options - `refine`, `backend`; `signal` ends the refinement between sweeps, `onStep` is shown its states
 * @param random - starts of the eigensolvers, and of the refinement
 * @throws TypeError or RangeError for a model without one matrix and one tensor that share a factor, or not as described; the reason of `signal`
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, Computational Thresholds in Multi-Modal Learning (arXiv 2506.02664)
 */
export function sequentialCurriculum(
  model: SharedFactorModel,
  options: SequentialCurriculumOptions,
  random: Stream,
): SequentialCurriculum {
  requireOptions("sequentialCurriculum", options);
  const { matrix, tensor, slot } = pairOf("sequentialCurriculum", model);
  const { backend, refine, signal, onStep } = options;
  requireStream("sequentialCurriculum", random);
  signal?.throwIfAborted();
  const [u, v] = matrix.factors as [string, string];
  const first = topPair(matrixOf(matrix.data) as Matrix, backend, random.split("matrix"));
  const shared = tensor.factors[slot] === u ? first.left : first.right;
  const unit = shared.map((value) => value / Math.sqrt(shared.length));
  const contracted = contractOne(tensor.data as Tensor3, slot, unit, backend ? { backend } : {});
  const second = topPair(contracted, backend, random.split("tensor"));
  const [x, y] = tensor.factors.filter((_, at) => at !== slot) as [string, string];
  const estimates = { [u]: first.left, [v]: first.right, [x]: second.left, [y]: second.right };
  const scale = Math.sqrt(Object.values(model.sizes)[0]!);
  const scaled = ([one, two]: readonly [number, number]) => [one / scale, two / scale] as const;
  return {
    estimates,
    squaredOverlaps: model.truth && overlaps(estimates, model.truth),
    singularValues: { matrix: scaled(first.singularValues), tensor: scaled(second.singularValues) },
    converged: first.convergence.converged && second.convergence.converged,
    refined:
      refine &&
      sharedFactorAmp(
        model,
        {
          priors: refine,
          start: startFrom(estimates),
          ...(backend && { backend }),
          ...(signal && { signal }),
          ...(onStep && { onStep }),
        },
        random.split("refine"),
      ),
  };
}

interface MatrixAndTensor {
  readonly matrix: SharedFactorModel["channels"][number];
  readonly tensor: SharedFactorModel["channels"][number];
  /** Of the tensor, which holds the factor that they share. */
  readonly slot: Slot;
}

/** The matrix and the tensor of a model, checked. */
function pairOf(call: string, model: SharedFactorModel): MatrixAndTensor {
  requireChannels(call, model, factorNames(call, model));
  const { channels } = model;
  const [matrix, ...matrices] = channels.filter(({ factors }) => factors.length === 2);
  const [tensor, ...tensors] = channels.filter(({ factors }) => factors.length === 3);
  if (matrix === undefined || tensor === undefined || matrices.length + tensors.length > 0)
    rejectKind(call, "model.channels", "be one matrix and one tensor", `${channels.length} channels`);
  const [slot, ...others] = [0, 1, 2].filter((at) => matrix.factors.includes(tensor.factors[at]!));
  if (slot === undefined || others.length > 0)
    rejectKind(
      call,
      "model.channels",
      "share one factor",
      channels.map(({ factors }) => factors.join(" ")).join(", "),
    );
  return { matrix, tensor, slot: slot as Slot };
}

function overlaps(
  estimates: Readonly<Record<string, Float64Array>>,
  truth: Readonly<Record<string, Float64Array>>,
): Record<string, number> {
  const known = Object.entries(estimates).filter(([name]) => truth[name] !== undefined);
  return Object.fromEntries(known.map(([name, w]) => [name, cosine(w, truth[name]!) ** 2]));
}

function startFrom(estimates: Readonly<Record<string, Float64Array>>): Record<string, Float64Array> {
  const scaled = (w: Float64Array): Float64Array => w.map((value) => START * value);
  return Object.fromEntries(Object.entries(estimates).map(([name, w]) => [name, scaled(w)]));
}
