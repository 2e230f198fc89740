import { multimodalThresholds, sharedFactorAmp, sharedFactorStateEvolution } from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { multiModal } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure } from "../figure.ts";
import { grid } from "../grid.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";
import {
  each,
  FACTORS,
  type Factor,
  type FactorValues,
  factorValues,
  type MatrixTensor,
  type NoisePoint,
  noiseParameters,
  paper,
  specOf,
  squaredOverlapsOf,
  standardNormal,
  sweepsParameter,
} from "./matrix-tensor.ts";

/** Parameters of `staircase`. */
export type StaircasePoint = NoisePoint & {
  /** Size of x and y over that of u. */
  readonly thickness: number;
  /** Sweeps of AMP. */
  readonly sweeps: number;
};

/** Squared overlaps with u, v, x and y that Bayes-AMP reaches from a random start. */
export type StaircaseRow = FactorValues;

function modelAt({ matrixVariance, tensorVariance, thickness }: StaircasePoint): MatrixTensor {
  return { matrixVariance, tensorVariance, ratios: { u: 1, v: 1, x: thickness, y: thickness } };
}

function run(point: StaircasePoint, random: Stream): StaircaseRow {
  const ensemble = multiModal({ ...modelAt(point), precision: "f32" });
  const model = ensemble.sample(point.dimension, random.split("model"));
  const options = { priors: each(standardNormal), maximumIterations: point.sweeps };
  return { ...squaredOverlapsOf(sharedFactorAmp(model, options, random.split("amp"))) };
}

function theory(point: StaircasePoint): FactorValues {
  return factorValues(sharedFactorStateEvolution(specOf(modelAt(point)), standardNormal).squaredOverlaps);
}

/** Below c1 the matrix gives u and v; below c2 the tensor gives x and y. */
function thresholdsAt(point: StaircasePoint): { readonly c1: number; readonly c2: number } {
  const { matrix, tensor } = multimodalThresholds(specOf(modelAt(point))).bayes;
  return { c1: matrix, c2: tensor };
}

type StaircaseResults = Results<StaircasePoint, StaircaseRow>;

interface Stair {
  readonly heading: string;
  /** Whether a matrix of this noise is on the stair, away from its ends, where finite systems have yet to decide. */
  readonly holds: (noise: number, c1: number, c2: number) => boolean;
}

const stairs: readonly Stair[] = [
  { heading: "nothing (Dm >= 1.15 c1)", holds: (noise, c1) => noise >= 1.15 * c1 },
  {
    heading: "u, v alone (1.2 c2 <= Dm <= 0.85 c1)",
    holds: (noise, c1, c2) => noise >= 1.2 * c2 && noise <= 0.85 * c1,
  },
  { heading: "all four (Dm <= 0.7 c2)", holds: (noise, _, c2) => noise <= 0.7 * c2 },
];

function check(results: StaircaseResults): Verdict {
  const on = ({ holds }: Stair) =>
    results.trials.filter(({ point }) => {
      const { c1, c2 } = thresholdsAt(point);
      return holds(point.matrixVariance, c1, c2);
    });
  const cells = { u: "u", v: "v", x: "x", y: "y" } as const;
  return allOf(
    Object.fromEntries(
      stairs.map((stair) => [stair.heading, agreement(results, { trials: on(stair), cells, band: 0.1 })]),
    ),
  );
}

function describe(results: StaircaseResults): Figure {
  const slice = sliceOf(results, staircase.parameters, ["matrixVariance"]);
  const { c1, c2 } = thresholdsAt(slice.base);
  const largest = Math.max(1.4 * c1, ...slice.trials.map(({ point }) => point.matrixVariance));
  const { dimension, tensorVariance, thickness } = slice.base;
  const draw = marksAlong(results, slice, "matrixVariance", spaced(largest / 150, largest, 150));
  const twin = (name: Factor): boolean => name === "v" || name === "y";
  return {
    title: "Bayes-AMP climbs a staircase as the matrix clears up",
    description:
      `Squared overlaps of Bayes-AMP with u, v, x and y against the variance of the matrix's noise, at tensor variance ` +
      `${tensorVariance}, N1 = ${dimension} and x, y of ${thickness} N1 coordinates. Lines are state evolution, points are means over ` +
      `trials with standard errors. Nothing is found above ${c1.toFixed(3)}, u and v below it, x and y below ${c2.toFixed(3)}.`,
    panels: [
      {
        title: `points: runs at $N_1 = ${dimension}$, lines: state evolution`,
        x: { label: "$\\Delta_m$", domain: [0, largest] },
        y: { label: "squared overlap", domain: [0, 1] },
        marks: [
          ...FACTORS.map((name, colour) => draw.line(name, { colour, dashed: twin(name) })),
          ...FACTORS.map((name, colour) => draw.points(name, { colour, label: `$${name}$` })),
          { kind: "rule", x: c1, dashed: true, label: "$c_1$: $u, v$ appear", colour: 4 },
          { kind: "rule", x: c2, dashed: true, label: "$c_2$: $x, y$ appear", colour: 5 },
        ],
        legend: "top-right",
      },
    ],
  };
}

/**
 * Claim C1: with a thin tensor (x and y of N1/4 coordinates), where a plateau is seen at sizes of some hundreds.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const staircase: Experiment<StaircasePoint, StaircaseRow> = {
  name: "staircase",
  title: "Bayes-AMP climbs a staircase",
  summary:
    "Bayes-AMP from a random start, on a matrix and a tensor that share a factor, as the matrix clears up: first it finds nothing, " +
    "then the matrix's two factors, then also the tensor's other two, each stair at the threshold of state evolution.",
  paper: "4",
  source: paper("Staircase-like phase transitions of Bayes-AMP"),
  parameters: {
    ...noiseParameters,
    dimension: { ...noiseParameters.dimension, default: 640 },
    tensorVariance: { ...noiseParameters.tensorVariance, default: 0.125 },
    thickness: {
      kind: "number",
      description: "Sizes of x and y over that of u",
      symbol: "\\alpha_3 = \\alpha_4",
      default: 0.25,
      exclusiveMinimum: 0,
      maximum: 4,
    },
    sweeps: sweepsParameter,
  },
  sizes: {
    small: grid({
      fixed: { dimension: 640, tensorVariance: 0.125, thickness: 0.25, sweeps: 60 },
      axes: { matrixVariance: [...spaced(0.1, 1, 10), 1.2, 1.4] },
      replicates: 3,
    }),
    medium: grid({
      fixed: { dimension: 640, tensorVariance: 0.125, thickness: 0.25, sweeps: 100 },
      axes: { matrixVariance: spaced(0.1, 1.4, 27) },
      replicates: 8,
    }),
    paper: grid({
      fixed: { dimension: 1200, tensorVariance: 0.125, thickness: 0.25, sweeps: 200 },
      axes: { matrixVariance: spaced(0.05, 1.5, 30) },
      replicates: 16,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "C1",
      statement:
        "Bayes-AMP shows a staircase: nothing, then u and v, then x and y as well, each as state evolution says.",
      check,
    },
  ],
  figures: [{ name: "staircase", title: "Overlaps against the matrix's noise", describe }],
};
