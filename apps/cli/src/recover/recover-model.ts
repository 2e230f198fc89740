import {
  type AmpResult,
  bulkVariance,
  type LearnOptions,
  type MatrixData,
  type Observation,
  sequentialCurriculum,
  sharedFactorAmp,
  symmetricAmp,
  type TensorData,
} from "@onsager/amp";
import { type Stream, stream } from "@onsager/random";
import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import type { GivenPrior } from "./first-prior.ts";

/** How to look for the factors. */
export interface RecoverSettings {
  /** The prior of each factor. */
  readonly priors: Readonly<Record<string, GivenPrior>>;
  /** Noise variances of matrix and tensor; estimated where undefined. */
  readonly variances: Readonly<Partial<Record<"matrix" | "tensor", number>>>;
  /** Start of AMP: random, or from the sequential curriculum. */
  readonly method: "amp" | "sequential";
  /** Largest number of sweeps. */
  readonly sweeps: number;
  /** Of the start. */
  readonly seed: number;
}

/** What a model of the command is. */
interface RecoverModel {
  /** What is observed. */
  readonly observed: readonly ("matrix" | "tensor")[];
  /** The factors, in the order of the output. */
  readonly factors: readonly string[];
  /** The run. */
  run(data: Readonly<Record<string, Observation>>, settings: RecoverSettings, random: Stream): AmpResult;
}

/** The models of `onsager recover`. */
export const recoverModels: Readonly<Record<string, RecoverModel>> = {
  wigner: { observed: ["matrix"], factors: ["x"], run: symmetric },
  tensor: { observed: ["tensor"], factors: ["x"], run: symmetric },
  mixed: { observed: ["matrix", "tensor"], factors: ["x"], run: symmetric },
  rectangular: { observed: ["matrix"], factors: ["u", "v"], run: shared },
  multimodal: { observed: ["matrix", "tensor"], factors: ["u", "v", "x", "y"], run: shared },
};

/**
 * The model of a name.
 *
 * @throws UsageError for an unknown one
 */
export function recoverModel(name: string): RecoverModel {
  return recoverModels[name] ?? unknownName("model", name, Object.keys(recoverModels));
}

/** Runs a model on data. */
export function recover(
  name: string,
  data: Readonly<Record<string, Observation>>,
  settings: RecoverSettings,
): AmpResult {
  return recoverModel(name).run(data, settings, stream(settings.seed));
}

function symmetric(
  data: Readonly<Record<string, Observation>>,
  settings: RecoverSettings,
  random: Stream,
): AmpResult {
  const given = settings.priors.x!;
  if (settings.method === "sequential")
    throw new UsageError("--method sequential must have --model multimodal");
  const channels = (["matrix", "tensor"] as const)
    .filter((kind) => data[kind] !== undefined)
    .map((kind) => ({
      order: kind === "matrix" ? 2 : 3,
      variance: settings.variances[kind] ?? startVariance(data[kind]!, true),
      data: data[kind]!,
    }));
  const dimension = sizesOf(Object.values(data)[0]!)[0]!;
  const learn = learnOf(
    settings,
    channels.map(({ order }) => (order === 2 ? "matrix" : "tensor")),
  );
  return symmetricAmp(
    { dimension, channels },
    { prior: given.prior, maximumIterations: settings.sweeps, ...learn },
    random,
  );
}

function shared(
  data: Readonly<Record<string, Observation>>,
  settings: RecoverSettings,
  random: Stream,
): AmpResult {
  const { matrix, tensor } = data;
  const variance = (kind: "matrix" | "tensor", found: Observation): number =>
    settings.variances[kind] ?? startVariance(found, false);
  const channels = [
    ...(matrix ? [{ factors: ["u", "v"], variance: variance("matrix", matrix), data: matrix }] : []),
    ...(tensor ? [{ factors: ["u", "x", "y"], variance: variance("tensor", tensor), data: tensor }] : []),
  ];
  const sizes = Object.fromEntries(
    channels.flatMap(({ factors, data: found }) => factors.map((factor, k) => [factor, sizesOf(found)[k]!])),
  );
  const model = { sizes: requireShared(sizes, channels), channels };
  const priors = Object.fromEntries(
    Object.entries(settings.priors).map(([factor, { prior }]) => [factor, prior]),
  );
  if (settings.method === "sequential") return refined(model, priors, random);
  const learn = learnOf(settings, tensor ? ["matrix", "tensor"] : ["matrix"]);
  return sharedFactorAmp(model, { priors, maximumIterations: settings.sweeps, ...learn }, random);
}

function refined(
  model: Parameters<typeof sequentialCurriculum>[0],
  refine: NonNullable<Parameters<typeof sequentialCurriculum>[1]["refine"]>,
  random: Stream,
): AmpResult {
  if (model.channels.length < 2) throw new UsageError("--method sequential must have --model multimodal");
  return sequentialCurriculum(model, { refine }, random).refined!;
}

/** The first index of matrix and tensor is the same factor. */
function requireShared(
  sizes: Record<string, number>,
  channels: readonly { data: Observation }[],
): Record<string, number> {
  const firsts = channels.map(({ data }) => sizesOf(data)[0]!);
  if (new Set(firsts).size > 1) {
    throw new UsageError(`matrix and tensor must share their first index, got sizes ${firsts.join(" and ")}`);
  }
  return sizes;
}

function sizesOf(data: Observation): readonly number[] {
  return "shape" in data ? data.shape : [data.rows, data.cols];
}

/** A first noise variance: from the bulk of a matrix; the mean square of a tensor, in which a spike of order 1/N is lost. */
function startVariance(data: MatrixData | TensorData, isSymmetric: boolean): number {
  if (!("shape" in data)) return bulkVariance(data, { symmetric: isSymmetric });
  let [sum, count] = [0, 0];
  for (const value of data.data) {
    if (value === 0) continue;
    sum += value * value;
    count++;
  }
  if (count === 0) throw new UsageError("the tensor must not be zero");
  return sum / count;
}

/** What is to be learnt: all that is not given. */
function learnOf(
  { priors, variances }: RecoverSettings,
  kinds: readonly ("matrix" | "tensor")[],
): { learn?: LearnOptions } {
  const noise = kinds.map((kind) => variances[kind] === undefined);
  const families = Object.entries(priors).flatMap(([factor, { family }]) =>
    family ? [[factor, family] as const] : [],
  );
  const learn = {
    ...(noise.some(Boolean) && { noise }),
    ...(families.length > 0 && { prior: Object.fromEntries(families) }),
  };
  return Object.keys(learn).length > 0 ? { learn } : {};
}
