import {
  type Denoiser,
  informedStart,
  sharedFactorAmp,
  sharedFactorAmpSteps,
  sharedFactorStateEvolution,
  sharedFactorStateEvolutionSteps,
  sphericalMaximumLikelihood,
} from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { multiModal } from "@onsager/random-matrices";
import { meanPoints } from "../drawing/mean-points.ts";
import { type Slice, sliceOf } from "../drawing/slice-of.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure, Mark, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import type { Schema } from "../schema.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";
import { decimal } from "../statistics/decimal.ts";
import { type Mean, meanOf } from "../statistics/mean.ts";
import {
  cell,
  each,
  FACTORS,
  type Factor,
  type FactorValues,
  factorValues,
  type NoisePoint,
  noiseParameters,
  paper,
  specOf,
  squaredOverlapsOf,
  standardNormal,
  sweepsParameter,
} from "./matrix-tensor.ts";

/** Parameters of `ampVsStateEvolution`. */
export type AmpVsStateEvolutionPoint = NoisePoint & {
  /** "bayes": posterior means; "maximum-likelihood": the point of largest likelihood on spheres. */
  readonly estimator: string;
  /** Squared overlap of every factor at the start of a trajectory. */
  readonly startSquaredOverlap: number;
  /** Sweeps of a trajectory. */
  readonly sweeps: number;
};

/** Squared overlaps of the four factors after each sweep. */
export type Trajectories = Readonly<Record<`trajectory${Capitalize<Factor>}`, Float64Array>>;

/** Squared overlaps at the fixed point that a random start reaches, and sweep by sweep from a start that knows the truth in part. */
export type AmpVsStateEvolutionRow = FactorValues & Trajectories;

function denoiserOf({ estimator }: AmpVsStateEvolutionPoint): Denoiser {
  return estimator === "maximum-likelihood" ? sphericalMaximumLikelihood : standardNormal;
}

/** m and q = <w^2> of the start: posterior means are as long as they are right, points on spheres have length 1. */
function startAt({ estimator, startSquaredOverlap: s }: AmpVsStateEvolutionPoint) {
  return estimator === "maximum-likelihood"
    ? { overlap: Math.sqrt(s), meanSquare: 1 }
    : { overlap: s, meanSquare: s };
}

/** The last state of a run that ended early stands for all later ones. */
function trajectories(states: readonly FactorValues[], sweeps: number): Trajectories {
  const of = (name: Factor) =>
    Float64Array.from({ length: sweeps }, (_, t) => states[Math.min(t, states.length - 1)]![name]);
  return { trajectoryU: of("u"), trajectoryV: of("v"), trajectoryX: of("x"), trajectoryY: of("y") };
}

function run(point: AmpVsStateEvolutionPoint, random: Stream): AmpVsStateEvolutionRow {
  const { dimension, sweeps } = point;
  const model = multiModal({ ...point, precision: "f32" }).sample(dimension, random.split("model"));
  const priors = each(denoiserOf(point));
  const reached = sharedFactorAmp(model, { priors, maximumIterations: 100 }, random.split("amp"));
  const known = (name: Factor) =>
    informedStart(model.truth![name]!, startAt(point), random.split("start").split(name));
  const start = { u: known("u"), v: known("v"), x: known("x"), y: known("y") };
  const options = { priors, start, maximumIterations: sweeps };
  const states = Array.from(sharedFactorAmpSteps(model, options, random), squaredOverlapsOf);
  return { ...squaredOverlapsOf(reached), ...trajectories(states, sweeps) };
}

function theory(point: AmpVsStateEvolutionPoint): AmpVsStateEvolutionRow {
  const spec = specOf(point);
  const denoiser = denoiserOf(point);
  const options = { denoiser, start: each(startAt(point)), maximumIterations: point.sweeps };
  const [, ...states] = sharedFactorStateEvolutionSteps(spec, standardNormal, options);
  const reached = sharedFactorStateEvolution(spec, standardNormal, { denoiser });
  const overlaps = states.map(({ squaredOverlaps }) => factorValues(squaredOverlaps));
  return { ...factorValues(reached.squaredOverlaps), ...trajectories(overlaps, point.sweeps) };
}

type AmpResults = Results<AmpVsStateEvolutionPoint, AmpVsStateEvolutionRow>;
type AmpSlice = Slice<AmpVsStateEvolutionPoint, AmpVsStateEvolutionRow>;

const labels = { bayes: "Bayes-AMP", "maximum-likelihood": "maximum-likelihood AMP" } as const;
type Estimator = keyof typeof labels;
const estimators: readonly Estimator[] = ["bayes", "maximum-likelihood"];

/** The trials of an estimator, those at one point of the other parameters. */
function trialsWith(results: AmpResults, estimator: Estimator): AmpSlice {
  const trials = results.trials.filter(({ point }) => point.estimator === estimator);
  const { base, trials: same } = sliceOf({ ...results, trials }, parameters, []);
  return { base: { ...base, estimator }, trials: same };
}

/** Means over trials after every sweep. */
function meansBySweep({ trials }: AmpSlice, factor: Factor): Mean[] {
  const arrays = trials.map(({ result }) => result[cell("trajectory", factor)]);
  return Array.from(arrays[0] ?? [], (_, t) => meanOf(arrays.map((array) => array[t]!)));
}

/** A verdict on each estimator. */
function onEach(check: (estimator: Estimator) => Verdict): Verdict {
  return allOf(Object.fromEntries(estimators.map((estimator) => [labels[estimator], check(estimator)])));
}

/** C8: fixed points, where state evolution finds x and y well. */
function checkFixedPoints(results: AmpResults): Verdict {
  const cells = { u: "u", v: "v", x: "x", y: "y" } as const;
  const clear = results.trials.filter(({ point }) => results.theory(point).x! > 0.4);
  return onEach((estimator) => {
    const trials = clear.filter(({ point }) => point.estimator === estimator);
    return agreement(results, { trials, cells, band: 0.05 });
  });
}

function checkTrajectories(results: AmpResults): Verdict {
  return onEach((estimator) => {
    const slice = trialsWith(results, estimator);
    const theory = results.theory(slice.base);
    const deviations = FACTORS.flatMap((factor) =>
      meansBySweep(slice, factor).map(({ mean, standardError }, t) => {
        const size = Math.abs(mean - theory[cell("trajectory", factor)]![t]!);
        return { size, holds: size <= Math.max(4 * standardError, 0.1) };
      }),
    );
    const sizes = deviations.map(({ size }) => size);
    return {
      holds: deviations.length > 0 && deviations.every(({ holds }) => holds),
      evidence:
        `means over ${slice.trials.length} runs are off by ${decimal(meanOf(sizes).mean)} in the mean over sweeps and ` +
        `factors, ${decimal(Math.max(...sizes))} at most`,
    };
  });
}

function trajectoryPanel(results: AmpResults, estimator: Estimator): Panel {
  const slice = trialsWith(results, estimator);
  const theory = results.theory(slice.base);
  const x = Array.from({ length: slice.base.sweeps }, (_, t) => t + 1);
  const line = (factor: Factor, colour: number): Mark => ({
    kind: "line",
    x,
    y: theory[cell("trajectory", factor)]!,
    colour,
  });
  const points = (factor: Factor, colour: number): Mark => ({
    kind: "points",
    ...meanPoints(x, meansBySweep(slice, factor)),
    colour,
    label: `$${factor}$`,
  });
  return {
    title: labels[estimator],
    x: { label: "sweep", domain: [0, slice.base.sweeps + 1] },
    y: { label: "squared overlap", domain: [0, 1] },
    marks: [...FACTORS.map(line), ...FACTORS.map(points)],
  };
}

/** Simulated against predicted fixed points; agreement is the diagonal. */
function fixedPointPanel(results: AmpResults): Panel {
  const points = (estimator: Estimator, index: number): Mark => {
    const { base, trials } = trialsWith(results, estimator);
    const theory = FACTORS.map((factor) => results.theory(base)[factor]!);
    const means = FACTORS.map((factor) => meanOf(trials.map(({ result }) => result[factor])));
    return { kind: "points", ...meanPoints(theory, means), colour: index + 4, label: labels[estimator] };
  };
  return {
    title: "fixed points from random starts",
    x: { label: "state evolution", domain: [0.4, 1] },
    y: { label: "squared overlap", domain: [0.4, 1] },
    marks: [
      { kind: "line", x: [0, 1], y: [0, 1], colour: 3, dashed: true, label: "equal" },
      ...estimators.map(points),
    ],
  };
}

function describe(results: AmpResults): Figure {
  const { base } = trialsWith(results, "bayes");
  const { dimension, matrixVariance, tensorVariance, startSquaredOverlap } = base;
  return {
    title: "AMP follows its state evolution",
    description:
      `Squared overlaps with u, v, x and y at matrix variance ${matrixVariance}, tensor variance ${tensorVariance} and N = ${dimension}: ` +
      `after each sweep of Bayes-AMP and of maximum-likelihood AMP from a start of squared overlap ${startSquaredOverlap}, on lines of ` +
      `state evolution; and at the fixed points of random starts, against those predicted. Points are means with standard errors.`,
    columns: 3,
    panels: [...estimators.map((estimator) => trajectoryPanel(results, estimator)), fixedPointPanel(results)],
  };
}

const parameters: Schema<AmpVsStateEvolutionPoint> = {
  ...noiseParameters,
  matrixVariance: { ...noiseParameters.matrixVariance, default: 0.2 },
  tensorVariance: { ...noiseParameters.tensorVariance, default: 0.3 },
  estimator: {
    kind: "choice",
    description: "Posterior means, or the point of largest likelihood on spheres",
    default: "bayes",
    choices: estimators,
  },
  startSquaredOverlap: {
    kind: "number",
    description: "Squared overlap of every factor at the start of a trajectory",
    default: 0.3,
    exclusiveMinimum: 0,
    maximum: 1,
  },
  sweeps: { ...sweepsParameter, description: "Sweeps of a trajectory", default: 10 },
};

const clear = { matrixVariance: 0.2, tensorVariance: 0.3, startSquaredOverlap: 0.3, sweeps: 10 };

/**
 * Claim C8, and beside it the trajectories of both kinds of AMP.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const ampVsStateEvolution: Experiment<AmpVsStateEvolutionPoint, AmpVsStateEvolutionRow> = {
  name: "amp-vs-state-evolution",
  title: "AMP follows its state evolution",
  summary:
    "Bayes-AMP and maximum-likelihood AMP where both succeed: every sweep from a start that knows the truth in part, and the fixed points " +
    "that random starts reach, beside state evolution.",
  paper: "4",
  source: paper("State evolution describes Bayes-AMP and maximum-likelihood AMP"),
  parameters,
  sizes: {
    small: grid({ fixed: { dimension: 200, ...clear }, axes: { estimator: estimators }, replicates: 8 }),
    medium: grid({ fixed: { dimension: 320, ...clear }, axes: { estimator: estimators }, replicates: 16 }),
    paper: grid({ fixed: { dimension: 500, ...clear }, axes: { estimator: estimators }, replicates: 32 }),
  },
  run,
  theory,
  claims: [
    {
      name: "C8",
      statement:
        "Where state evolution predicts success, maximum-likelihood AMP reaches its fixed point, and so does Bayes-AMP.",
      check: checkFixedPoints,
    },
    {
      name: "trajectories",
      statement: "Sweep by sweep both follow their state evolution.",
      check: checkTrajectories,
    },
  ],
  figures: [{ name: "amp-vs-state-evolution", title: "Trajectories and fixed points", describe }],
};
