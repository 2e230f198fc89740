import { prepare, topEigen } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import { spikedWigner, wignerOutlier } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";

/** Parameters of `bbp`. */
export type BbpPoint = {
  /** n, rows of the matrix. */
  readonly dimension: number;
  /** theta, the size of the planted part in units in which the bulk ends at 2. */
  readonly strength: number;
};

/** The top of the spectrum. */
export type BbpRow = {
  /** The largest eigenvalue. */
  readonly eigenvalue: number;
  /** Squared cosine of its eigenvector with the planted direction. */
  readonly squaredOverlap: number;
};

function run({ dimension, strength }: BbpPoint, random: Stream): BbpRow {
  const { channels, truth } = spikedWigner({ variance: 1 / strength ** 2 }).sample(
    dimension,
    random.split("model"),
  );
  const unit = strength / Math.sqrt(dimension);
  const data = Float64Array.from(channels[0]!.data.data, (value) => unit * value);
  using matrix = prepare({ rows: dimension, cols: dimension, data }, { symmetric: true });
  const { values, vectors } = topEigen(matrix, { count: 1 }, random.split("start"));
  const cosine = vectors.data.reduce((sum, value, i) => sum + value * truth![i]!, 0) / Math.sqrt(dimension);
  return { eigenvalue: values[0]!, squaredOverlap: cosine * cosine };
}

/** The edge of the bulk. */
const EDGE = 2;

function theory({ strength }: BbpPoint): BbpRow {
  const { eigenvalue = EDGE, squaredOverlap } = wignerOutlier({ variance: 1, spike: strength });
  return { eigenvalue, squaredOverlap };
}

type BbpResults = Results<BbpPoint, BbpRow>;

/** On either side of the transition, away from where finite matrices have yet to decide. */
function check(results: BbpResults): Verdict {
  const cells = { eigenvalue: "eigenvalue", "squared overlap": "squaredOverlap" } as const;
  const on = (holds: (strength: number) => boolean) =>
    results.trials.filter(({ point }) => holds(point.strength));
  return allOf({
    "strength <= 0.8": agreement(results, { trials: on((strength) => strength <= 0.8), cells, band: 0.06 }),
    "strength >= 1.25": agreement(results, { trials: on((strength) => strength >= 1.25), cells, band: 0.06 }),
  });
}

function panel(results: BbpResults, cell: keyof BbpRow, label: string, title: string): Panel {
  const slice = sliceOf(results, bbp.parameters, ["strength"]);
  const largest = Math.max(2, ...slice.trials.map(({ point }) => point.strength));
  const draw = marksAlong(results, slice, "strength", spaced(0.01, largest, 400));
  return {
    title,
    x: { label: "signal strength $\\theta$", domain: [0, largest] },
    y: { label },
    marks: [
      draw.line(cell, { colour: 0, label: "limit" }),
      draw.points(cell, { colour: 0, label: `$n = ${slice.base.dimension}$` }),
      { kind: "rule", x: 1, dashed: true, colour: 4, label: "transition" },
    ],
  };
}

function describe(results: BbpResults): Figure {
  const { dimension } = sliceOf(results, bbp.parameters, ["strength"]).base;
  return {
    title: "A strong signal leaves the bulk",
    description:
      `The largest eigenvalue of a spiked Wigner matrix (left) and the squared overlap of its eigenvector with the planted direction ` +
      `(right) against the signal's strength, n = ${dimension}: up to strength 1 the eigenvalue is the edge 2 of the bulk and the ` +
      `overlap zero, beyond they are strength + 1/strength and 1 - 1/strength^2. Points are means over trials with standard errors.`,
    panels: [
      panel(results, "eigenvalue", "largest eigenvalue", "eigenvalue"),
      panel(results, "squaredOverlap", "squared overlap", "eigenvector"),
    ],
  };
}

/**
 * The transition of Baik, Ben Arous and Péché in a spiked Wigner matrix.
 *
 * @see F. Benaych-Georges, R. Nadakuditi, The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices
 *   (2011)
 */
export const bbp: Experiment<BbpPoint, BbpRow> = {
  name: "bbp",
  title: "A strong signal leaves the bulk",
  summary:
    "The top eigenvalue and eigenvector of a spiked Wigner matrix against the strength of the signal: below the transition of Baik, Ben " +
    "Arous and Péché both know nothing of it.",
  paper: "demonstration",
  source: {
    title: "The eigenvalues and eigenvectors of finite, low rank perturbations of large random matrices",
    authors: "Florent Benaych-Georges, Raj Rao Nadakuditi",
    identifier: "arXiv:0910.2120",
    year: 2011,
    claim: "Outlier and overlap of a spiked Wigner matrix",
  },
  parameters: {
    dimension: {
      kind: "integer",
      description: "Rows of the matrix",
      symbol: "n",
      default: 500,
      minimum: 2,
      maximum: 10_000,
    },
    strength: {
      kind: "number",
      description: "Size of the planted part, in units in which the bulk ends at 2",
      symbol: "\\theta",
      default: 1.5,
      exclusiveMinimum: 0,
    },
  },
  sizes: {
    small: grid({
      fixed: { dimension: 500 },
      axes: { strength: [0.2, 0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] },
      replicates: 4,
    }),
    medium: grid({ fixed: { dimension: 1000 }, axes: { strength: spaced(0.1, 3, 30) }, replicates: 8 }),
    paper: grid({ fixed: { dimension: 3000 }, axes: { strength: spaced(0.1, 3, 30) }, replicates: 16 }),
  },
  run,
  theory,
  claims: [
    {
      name: "transition",
      statement:
        "Up to strength 1 the top eigenvalue is the edge and its eigenvector knows nothing; beyond, both follow their closed forms.",
      check,
    },
  ],
  figures: [{ name: "bbp", title: "Eigenvalue and overlap against signal strength", describe }],
};
