import {
  type Denoiser,
  jointGradientDescent,
  sharedFactorAmp,
  sharedFactorStateEvolution,
  sphericalMaximumLikelihood,
} from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { multiModal } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { logSpaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure, Mark, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import { decimal } from "../statistics/decimal.ts";
import { proportionOf } from "../statistics/proportion.ts";
import {
  type Cells,
  cell,
  cellsOf,
  each,
  factorValues,
  type NoisePoint,
  noiseParameters,
  paper,
  specOf,
  squaredOverlapsOf,
  standardNormal,
  sweepsParameter,
} from "./matrix-tensor.ts";

/** Parameters of `jointFails`. */
export type JointFailsPoint = NoisePoint & {
  /** Sweeps of both kinds of AMP. */
  readonly sweeps: number;
  /** Steps of gradient descent. */
  readonly descentSteps: number;
};

/**
 * Squared overlaps with u, v, x and y from random starts on the same instance: of Bayes-AMP (`bayesU`, ...), of spherical
 * maximum-likelihood AMP (`likelihoodU`, ...), and of gradient descent on the joint risk (`descentU`, ...).
 */
export type JointFailsRow = Cells<"bayes" | "likelihood" | "descent">;

/** Along the steepest direction of the risk, larger steps overshoot. */
const LEARNING_RATE = 0.1;

function run(point: JointFailsPoint, random: Stream): JointFailsRow {
  const { dimension, sweeps, descentSteps } = point;
  const model = multiModal({ ...point, precision: "f32" }).sample(dimension, random.split("model"));
  const amp = (denoiser: Denoiser, label: string) =>
    sharedFactorAmp(model, { priors: each(denoiser), maximumIterations: sweeps }, random.split(label));
  const descent = { learningRate: LEARNING_RATE, maximumIterations: descentSteps, tolerance: 1e-9 };
  return {
    ...cellsOf("bayes", squaredOverlapsOf(amp(standardNormal, "bayes"))),
    ...cellsOf("likelihood", squaredOverlapsOf(amp(sphericalMaximumLikelihood, "likelihood"))),
    ...cellsOf("descent", squaredOverlapsOf(jointGradientDescent(model, descent, random.split("descent")))),
  };
}

function theory(point: JointFailsPoint): Partial<JointFailsRow> {
  const of = (denoiser: Denoiser) =>
    factorValues(sharedFactorStateEvolution(specOf(point), standardNormal, { denoiser }).squaredOverlaps);
  return {
    ...cellsOf("bayes", of(standardNormal)),
    ...cellsOf("likelihood", of(sphericalMaximumLikelihood)),
  };
}

type JointFailsResults = Results<JointFailsPoint, JointFailsRow>;
type Method = "bayes" | "likelihood" | "descent";

/** A run that has found x and y has squared overlaps above this. */
const SUCCESS = 0.3;
/** Fewer instances say little about a fraction. */
const FEWEST = 8;

function succeeds(row: Partial<JointFailsRow>, method: Method): boolean {
  return row[cell(method, "x")]! > SUCCESS && row[cell(method, "y")]! > SUCCESS;
}

/** C3, over the trials at which state evolution predicts it. */
function checkSuccess({ trials, theory }: JointFailsResults): Verdict {
  const predicted = trials.filter(({ point }) => {
    const row = theory(point);
    return succeeds(row, "bayes") && row.likelihoodU! < 0.01;
  });
  if (predicted.length < FEWEST)
    return { holds: false, evidence: `${predicted.length} trials bear on it, ${FEWEST} are needed` };
  const of = (method: Method) => proportionOf(predicted.map(({ result }) => succeeds(result, method)));
  const [bayes, likelihood, descent] = [of("bayes"), of("likelihood"), of("descent")];
  return {
    holds: bayes.fraction - likelihood.fraction >= 0.5 && bayes.fraction - descent.fraction >= 0.3,
    evidence:
      `x and y found (squared overlaps above ${SUCCESS}) by Bayes-AMP in ${bayes.text}, by maximum-likelihood AMP in ` +
      `${likelihood.text}, by joint gradient descent in ${descent.text} of the instances`,
  };
}

/** The tensors of claim C6, from noisy to clean. */
const cleaner = [10, 1, 0.5, 0.3, 0.25, 0.2, 0.1];

/** C6, by state evolution alone. */
function checkCleaner({ theory }: JointFailsResults): Verdict {
  const points = cleaner.map((tensorVariance) => ({
    ...jointFails.sizes.small.points[0]!,
    matrixVariance: 0.5,
    tensorVariance,
  }));
  const of = (method: "bayes" | "likelihood") => points.map((point) => theory(point)[cell(method, "u")]!);
  const [bayes, likelihood] = [of("bayes"), of("likelihood")];
  const steps = cleaner.slice(1).map((_, i) => i + 1);
  return {
    holds:
      steps.every((i) => bayes[i]! > bayes[i - 1]! - 1e-9 && likelihood[i]! < likelihood[i - 1]!) &&
      bayes.at(-1)! - bayes[0]! > 0.1,
    evidence:
      `Dm = 0.5, Dt = ${cleaner.join(", ")}: squared overlap with u of maximum likelihood ` +
      `${likelihood.map(decimal).join(", ")}, Bayes ${bayes.map(decimal).join(", ")}`,
  };
}

interface Shown {
  readonly method: Method;
  readonly label: string;
  readonly colour: number;
}

const methods: readonly Shown[] = [
  { method: "bayes", label: "Bayes-AMP", colour: 0 },
  { method: "likelihood", label: "maximum-likelihood AMP", colour: 1 },
  { method: "descent", label: "joint gradient descent", colour: 2 },
];

/** Every instance by what was found of u and of x. */
function instances(results: JointFailsResults): Panel {
  const { base, trials } = sliceOf(results, jointFails.parameters, []);
  const expected = results.theory(base);
  const pointsOf = ({ method, label, colour }: Shown): Mark => ({
    kind: "points",
    x: trials.map(({ result }) => result[cell(method, "u")]),
    y: trials.map(({ result }) => result[cell(method, "x")]),
    label,
    colour,
  });
  return {
    title: "what each instance gave",
    x: { label: "squared overlap with $u$", domain: [0, 1] },
    y: { label: "squared overlap with $x$", domain: [0, 1] },
    marks: [
      ...methods.map(pointsOf),
      { kind: "rule", x: expected.bayesU!, dashed: true, colour: 0, label: "state evolution, Bayes" },
      { kind: "rule", y: expected.bayesX!, dashed: true, colour: 0 },
    ],
  };
}

/** What a cleaner tensor does to both. */
function againstTensor(results: JointFailsResults): Panel {
  const slice = sliceOf(results, jointFails.parameters, ["tensorVariance"]);
  const draw = marksAlong(results, slice, "tensorVariance", logSpaced(0.08, 10, 120));
  const [bayes, likelihood] = methods;
  const line = ({ method, label, colour }: Shown): Mark =>
    draw.line(cell(method, "u"), { colour, label: `state evolution, ${label}` });
  return {
    title: "the cleaner the tensor, the worse for the joint fit",
    x: { label: "$\\Delta_t$", scale: "log" },
    y: { label: "squared overlap with $u$", domain: [0, 1] },
    marks: [
      line(bayes!),
      line(likelihood!),
      ...methods.map(({ method, colour }) => draw.points(cell(method, "u"), { colour })),
    ],
  };
}

function describe(results: JointFailsResults): Figure {
  const { dimension, matrixVariance, tensorVariance } = sliceOf(results, jointFails.parameters, []).base;
  return {
    title: "Joint fits fail where Bayes-AMP succeeds",
    description:
      `Left: squared overlaps with u and x of single instances at matrix variance ${matrixVariance}, tensor variance ` +
      `${tensorVariance}, N = ${dimension}: Bayes-AMP lies at the prediction of state evolution (dashed), maximum-likelihood AMP and ` +
      `joint gradient descent mostly near zero. Right: the squared overlap with u against the tensor's variance; where the tensor gets ` +
      `cleaner, Bayes-AMP gains and maximum likelihood falls to zero. Lines are state evolution, points means with standard errors.`,
    panels: [instances(results), againstTensor(results)],
  };
}

/**
 * Claims C3 and C6: joint maximum likelihood is out of reach where Bayes-AMP succeeds, and more so the cleaner the tensor. All factors
 * have the size of u.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const jointFails: Experiment<JointFailsPoint, JointFailsRow> = {
  name: "joint-fails",
  title: "Joint fits fail where Bayes-AMP succeeds",
  summary:
    "Bayes-AMP, maximum-likelihood AMP on spheres and gradient descent on the joint risk from random starts, on the same instances of a " +
    "matrix and a tensor that share a factor. The tensor's noise enters the joint fits at full weight before x and y are known, and " +
    "hides the matrix's signal: Bayes-AMP finds all factors, the joint fits mostly none.",
  paper: "4",
  source: paper("Empirical risk minimization of both modalities at once fails"),
  parameters: {
    ...noiseParameters,
    sweeps: { ...sweepsParameter, default: 100 },
    descentSteps: {
      kind: "integer",
      description: "Steps of gradient descent",
      default: 400,
      minimum: 1,
      maximum: 100_000,
    },
  },
  sizes: {
    small: grid({
      fixed: { dimension: 200, matrixVariance: 0.6, sweeps: 100, descentSteps: 400 },
      axes: { tensorVariance: [0.2] },
      replicates: 12,
    }),
    medium: grid({
      fixed: { dimension: 300, matrixVariance: 0.6, sweeps: 200, descentSteps: 500 },
      axes: { tensorVariance: [0.2, 0.5, 1, 5] },
      replicates: 16,
    }),
    paper: grid({
      fixed: { dimension: 500, matrixVariance: 0.6, sweeps: 200, descentSteps: 1000 },
      axes: { tensorVariance: [0.2, 0.3, 0.5, 1, 2, 5] },
      replicates: 32,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "C3",
      statement:
        "With the matrix Bayes-AMP succeeds; joint maximum-likelihood AMP and joint gradient descent fail.",
      check: checkSuccess,
    },
    {
      name: "C6",
      statement: "In state evolution a cleaner tensor degrades joint maximum likelihood and helps Bayes-AMP.",
      check: checkCleaner,
    },
  ],
  figures: [{ name: "joint-fails", title: "What joint fits and Bayes-AMP find", describe }],
};
