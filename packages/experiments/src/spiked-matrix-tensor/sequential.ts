import {
  multimodalThresholds,
  sequentialCurriculum,
  sequentialOverlaps,
  sharedFactorAmp,
  sharedFactorStateEvolution,
} from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { multiModal } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Trial, Verdict } from "../experiment.ts";
import type { Figure, Mark, Panel } from "../figure.ts";
import type { Parameter } from "../schema.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";
import { proportionOf } from "../statistics/proportion.ts";
import { aroundThresholds } from "./around-thresholds.ts";
import {
  type Cells,
  cell,
  cellsBy,
  cellsOf,
  each,
  FACTORS,
  factorValues,
  type MatrixTensor,
  type NoisePoint,
  noiseParameters,
  paper,
  specOf,
  squaredOverlapsOf,
  standardNormal,
} from "./matrix-tensor.ts";

/** Parameters of `sequential`. */
export type SequentialPoint = NoisePoint & {
  /** Size of v over that of u. */
  readonly ratioV: number;
  /** Size of x over that of u. */
  readonly ratioX: number;
  /** Size of y over that of u. */
  readonly ratioY: number;
};

/**
 * Squared overlaps with u, v, x and y on the same instance: of the sequential curriculum (`spectralU`, ...), of Bayes-AMP started from
 * it (`refinedU`, ...), and of Bayes-AMP from a random start (`bayesU`, ...).
 */
export type SequentialRow = Cells<"spectral" | "refined" | "bayes">;

function modelAt({ matrixVariance, tensorVariance, ratioV, ratioX, ratioY }: SequentialPoint): MatrixTensor {
  return { matrixVariance, tensorVariance, ratios: { u: 1, v: ratioV, x: ratioX, y: ratioY } };
}

function run(point: SequentialPoint, random: Stream): SequentialRow {
  const ensemble = multiModal({ ...modelAt(point), precision: "f32" });
  const model = ensemble.sample(point.dimension, random.split("model"));
  const priors = each(standardNormal);
  const curriculum = sequentialCurriculum(model, { refine: priors }, random.split("curriculum"));
  const bayes = sharedFactorAmp(model, { priors, maximumIterations: 100 }, random.split("bayes"));
  return {
    ...cellsOf("spectral", factorValues(curriculum.squaredOverlaps!)),
    ...cellsOf("refined", squaredOverlapsOf(curriculum.refined!)),
    ...cellsOf("bayes", squaredOverlapsOf(bayes)),
  };
}

function limitOf(model: MatrixTensor): SequentialRow {
  const spec = specOf(model);
  const bayes = factorValues(sharedFactorStateEvolution(spec, standardNormal).squaredOverlaps);
  return {
    ...cellsOf("spectral", factorValues(sequentialOverlaps(spec).squaredOverlaps)),
    ...cellsOf("refined", bayes),
    ...cellsOf("bayes", bayes),
  };
}

function theory(point: SequentialPoint): SequentialRow {
  return limitOf(modelAt(point));
}

type SequentialTrial = Trial<SequentialPoint, SequentialRow>;
type SequentialResults = Results<SequentialPoint, SequentialRow>;

/** The variance of the matrix below which x and y can be found. */
function secondThreshold(point: SequentialPoint): number {
  return multimodalThresholds(specOf(modelAt(point))).sequential.tensor;
}

/** Trials so far below the second threshold that finite systems find all factors. */
function recovered({ trials }: SequentialResults): readonly SequentialTrial[] {
  return trials.filter(({ point }) => point.matrixVariance <= 0.8 * secondThreshold(point));
}

/** Two runs that end nearer than this have reached the same point. */
const SAME = 0.02;

function asGood({ result }: SequentialTrial): boolean {
  return FACTORS.every((name) => result[cell("refined", name)] > result[cell("bayes", name)] - SAME);
}

/** C4: on the instances that should be solved, the refined curriculum is where Bayes-AMP is, or ahead of it. */
function checkRefined(results: SequentialResults): Verdict {
  const trials = recovered(results);
  const good = proportionOf(trials.map(asGood));
  const means = agreement(results, { trials, cells: cellsBy("refined", FACTORS), band: 0.1 });
  return {
    holds: good.fraction >= 0.75 && means.holds,
    evidence: `Dm <= 0.8 c2: as good as Bayes-AMP from a random start in ${good.text} of the instances; in the mean ${means.evidence}`,
  };
}

function modelName({ tensorVariance, ratioV, ratioX, ratioY }: SequentialPoint): string {
  return `Dt = ${tensorVariance}, ratios 1, ${ratioV}, ${ratioX}, ${ratioY}`;
}

/** C5: each model's trials against the closed forms at their points. */
function checkClosedForms(results: SequentialResults): Verdict {
  const trials = recovered(results);
  const models = [...new Set(trials.map(({ point }) => modelName(point)))];
  const verdict = (model: string): Verdict =>
    agreement(results, {
      trials: trials.filter(({ point }) => modelName(point) === model),
      cells: cellsBy("spectral", FACTORS),
      band: 0.1,
    });
  return allOf(Object.fromEntries(models.map((model) => [model, verdict(model)])));
}

/** C7: the curriculum's closed forms and state evolution of Bayes-AMP appear at the same noise. */
function checkThresholds(): Verdict {
  const same = aroundThresholds().map((model) => {
    const row = limitOf(model);
    return FACTORS.every((name) => row[cell("spectral", name)] > 1e-6 === row[cell("bayes", name)] > 1e-6);
  });
  return {
    holds: same.every(Boolean),
    evidence:
      `1 % below and above c1 and c2 of ${same.length / 4} models both find the same factors in ` +
      `${same.filter(Boolean).length} of ${same.length} cases`,
  };
}

/** A method with the name and the shape of its points. */
type Shown = readonly ["spectral" | "refined" | "bayes", string, "circle" | "square" | "triangle"];

/** Overlaps with u and x against the matrix's noise; where all sizes are equal those with v and y tend to the same. */
function panelOf(results: SequentialResults, title: string, shown: readonly Shown[]): Panel {
  const slice = sliceOf(results, sequential.parameters, ["matrixVariance"]);
  const { matrix: c1, tensor: c2 } = multimodalThresholds(specOf(modelAt(slice.base))).bayes;
  const draw = marksAlong(results, slice, "matrixVariance", spaced(0.01 * c1, 1.15 * c1, 120));
  const points = ([method, label, shape]: Shown): Mark[] => [
    draw.points(cell(method, "u"), { colour: 0, shape, label: `$u$, ${label}` }),
    draw.points(cell(method, "x"), { colour: 1, shape, label: `$x$, ${label}` }),
  ];
  return {
    title,
    x: { label: "$\\Delta_m$", domain: [0, 1.15 * c1] },
    y: { label: "squared overlap", domain: [0, 1] },
    marks: [
      draw.line(cell(shown[0]![0], "u"), { colour: 0 }),
      draw.line(cell(shown[0]![0], "x"), { colour: 1 }),
      ...shown.flatMap(points),
      { kind: "rule", x: c2, dashed: true, colour: 4, label: "$c_2$: $x, y$ appear" },
      { kind: "rule", x: c1, dashed: true, colour: 5, label: "$c_1$: $u, v$ appear" },
    ],
  };
}

function describe(results: SequentialResults): Figure {
  const { dimension, tensorVariance } = sliceOf(results, sequential.parameters, ["matrixVariance"]).base;
  return {
    title: "First the matrix, then the tensor",
    description:
      `Squared overlaps with u and x against the variance of the matrix's noise, at tensor variance ${tensorVariance} and ` +
      `N1 = ${dimension}. Left: singular vectors of the matrix, then of the tensor contracted with the estimate of u, on their closed ` +
      `forms. Right: Bayes-AMP started from them (squares) and from a random start (triangles), on state evolution. Both appear at the ` +
      `same two thresholds. Points are means over trials with standard errors.`,
    panels: [
      panelOf(results, "curriculum, on its closed forms", [["spectral", "curriculum", "circle"]]),
      panelOf(results, "refined, and Bayes-AMP, on state evolution", [
        ["refined", "curriculum, refined", "square"],
        ["bayes", "Bayes-AMP", "triangle"],
      ]),
    ],
  };
}

const ratio = (factor: string, index: number): Parameter => ({
  kind: "number",
  description: `Size of ${factor} over that of u`,
  symbol: `\\alpha_${index}`,
  default: 1,
  exclusiveMinimum: 0,
  maximum: 8,
});

const cube = { ratioV: 1, ratioX: 1, ratioY: 1 };
const oblong = { ratioV: 2, ratioX: 0.5, ratioY: 0.75 };

/** A line along the matrix's noise, and two more models. */
function pointsAt(dimension: number, matrixVariances: readonly number[]): SequentialPoint[] {
  return [
    ...matrixVariances.map((matrixVariance) => ({ dimension, matrixVariance, tensorVariance: 0.2, ...cube })),
    { dimension, matrixVariance: 0.5, tensorVariance: 0.1, ...cube },
    { dimension, matrixVariance: 0.5, tensorVariance: 0.1, ...oblong },
  ];
}

/**
 * Claims C4, C5 and C7: the matrix's singular vectors, then those of the tensor contracted with the estimate of u, reach the same
 * thresholds as Bayes-AMP, and refined by it the same overlaps.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const sequential: Experiment<SequentialPoint, SequentialRow> = {
  name: "sequential",
  title: "Sequential learning reaches the thresholds of Bayes-AMP",
  summary:
    "A curriculum of two spectral steps, first the matrix and then the tensor contracted with what the matrix gave, on the instances on " +
    "which joint fits fail. Its overlaps follow closed forms, it starts to work at the thresholds of Bayes-AMP, and started from it " +
    "Bayes-AMP reaches its fixed point.",
  paper: "4",
  source: paper("Sequential curriculum learning reaches the optimal weak-recovery thresholds"),
  parameters: {
    ...noiseParameters,
    ratioV: ratio("v", 2),
    ratioX: ratio("x", 3),
    ratioY: ratio("y", 4),
  },
  sizes: {
    small: { points: pointsAt(200, [0.2, 0.4, 0.6, 0.7, 0.9]), replicates: 4 },
    medium: { points: pointsAt(300, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]), replicates: 8 },
    paper: { points: pointsAt(500, spaced(0.05, 1.05, 21)), replicates: 16 },
  },
  run,
  theory,
  claims: [
    {
      name: "C4",
      statement: "The sequential curriculum, refined by Bayes-AMP, reaches the point of Bayes-AMP.",
      check: checkRefined,
    },
    {
      name: "C5",
      statement: "The overlaps of the sequential curriculum follow their closed forms.",
      check: checkClosedForms,
    },
    {
      name: "C7",
      statement: "The weak-recovery thresholds of the sequential curriculum are those of Bayes-AMP.",
      check: checkThresholds,
    },
  ],
  figures: [{ name: "sequential", title: "Overlaps of the curriculum and of Bayes-AMP", describe }],
};
