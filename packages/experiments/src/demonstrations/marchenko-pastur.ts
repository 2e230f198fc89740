import type { Stream } from "@onsager/random";
import {
  covarianceOutlier,
  kolmogorovDistance,
  marchenkoPastur as marchenkoPasturLaw,
  spectralDensity,
  wishart,
} from "@onsager/random-matrices";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Trial, Verdict } from "../experiment.ts";
import type { Figure, Mark, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import { agreement } from "../statistics/agreement.ts";
import { decimal } from "../statistics/decimal.ts";

/** Parameters of `marchenkoPastur`. */
export type MarchenkoPasturPoint = {
  /** d, the dimension of the samples. */
  readonly dimension: number;
  /** gamma = d/n, dimension over number of samples. */
  readonly ratio: number;
  /** The population variance of one direction, all others having 1. */
  readonly spike: number;
};

/** The spectrum of a sample covariance. */
export type MarchenkoPasturRow = {
  /** All d of them, in increasing order. */
  readonly eigenvalues: Float64Array;
  /** The largest of them. */
  readonly largest: number;
  /** Distance of the distribution of all but the largest to the law, in [0, 1]. */
  readonly distance: number;
};

function run({ dimension, ratio, spike }: MarchenkoPasturPoint, random: Stream): MarchenkoPasturRow {
  const ensemble = wishart({ ratio, spikes: [spike] });
  const eigenvalues = ensemble.spectrum(ensemble.sample(dimension, random)).sort();
  const bulk = eigenvalues.subarray(0, dimension - 1);
  const distance = kolmogorovDistance(bulk, marchenkoPasturLaw({ ratio }));
  return { eigenvalues, largest: eigenvalues[dimension - 1]!, distance };
}

function edge(ratio: number): number {
  return (1 + Math.sqrt(ratio)) ** 2;
}

function theory({ ratio, spike }: MarchenkoPasturPoint): Partial<MarchenkoPasturRow> {
  const outlier = spike > 1 ? covarianceOutlier({ spike, ratio }).eigenvalue : undefined;
  return { largest: outlier ?? edge(ratio), distance: 0 };
}

type MarchenkoPasturTrial = Trial<MarchenkoPasturPoint, MarchenkoPasturRow>;
type MarchenkoPasturResults = Results<MarchenkoPasturPoint, MarchenkoPasturRow>;

/** Eigenvalues repel each other: their distribution is within a few steps of 1/d of the law. */
const STEPS = 6;

function checkBulk({ trials }: MarchenkoPasturResults): Verdict {
  const steps = trials.map(({ point, result }) => result.distance * point.dimension);
  const largest = Math.max(...steps);
  return {
    holds: trials.length > 0 && largest <= STEPS,
    evidence: `largest distance of ${trials.length} spectra from their laws ${decimal(largest)}/d, allowed ${STEPS}/d`,
  };
}

function ratiosOf(trials: readonly MarchenkoPasturTrial[]): number[] {
  return [...new Set(trials.map(({ point }) => point.ratio))];
}

function checkOutlier(results: MarchenkoPasturResults): Verdict {
  const trials = results.trials.filter(({ point }) => point.spike >= 1 + 1.5 * Math.sqrt(point.ratio));
  return agreement(results, { trials, cells: { "largest eigenvalue": "largest" }, band: 0.1 });
}

/** All bulks of a ratio as one histogram, with the law and the outlier. */
function panelOf(results: MarchenkoPasturResults, ratio: number): Panel {
  const trials = results.trials.filter(({ point }) => point.ratio === ratio);
  const { largest = edge(ratio) } = results.theory(trials[0]!.point);
  const law = marchenkoPasturLaw({ ratio });
  const [from, to] = law.support[0]!;
  const values = trials.flatMap(({ result }) => [...result.eigenvalues]);
  const end = 1.08 * Math.max(largest, to);
  const bars = spectralDensity(values, { bins: 60, range: [Math.max(1e-6, from - 0.05 * to), end] });
  const x = spaced(from, to, 300).slice(ratio === 1 ? 1 : 0);
  const outlier: Mark[] =
    largest > to ? [{ kind: "rule", x: largest, dashed: true, colour: 4, label: "outlier, limit" }] : [];
  return {
    title: `$\\gamma = ${ratio}$`,
    x: { label: "eigenvalue", domain: [0, end] },
    y: { label: "density", domain: [0, 1.15 * Math.max(...bars.slice(1).map(({ density }) => density))] },
    marks: [
      {
        kind: "histogram",
        edges: [bars[0]!.from, ...bars.map((bar) => bar.to)],
        density: bars.map(({ density }) => density),
        colour: 0,
        label: `${trials.length} samples`,
      },
      { kind: "line", x, y: x.map((value) => law.density(value)), colour: 1, label: "Marchenko-Pastur law" },
      ...outlier,
    ],
  };
}

function describe(results: MarchenkoPasturResults): Figure {
  const { dimension = 0, spike = 1 } = results.trials[0]?.point ?? {};
  return {
    title: "Spectra of sample covariances",
    description:
      `Histograms of the eigenvalues of sample covariances in dimension ${dimension}, one panel for each ratio of dimension and number ` +
      `of samples, under the density of the Marchenko-Pastur law. One direction of variance ${spike} makes an outlier, at the dashed ` +
      `line in the limit; above ratio 1 the zero eigenvalues are left out.`,
    columns: 2,
    panels: ratiosOf(results.trials).map((ratio) => panelOf(results, ratio)),
  };
}

/**
 * The law of Marchenko and Pastur, with an outlier.
 *
 * @see V. Marchenko, L. Pastur, Distribution of eigenvalues for some sets of random matrices (1967)
 */
export const marchenkoPastur: Experiment<MarchenkoPasturPoint, MarchenkoPasturRow> = {
  name: "marchenko-pastur",
  title: "Spectra of sample covariances",
  summary:
    "All eigenvalues of sample covariances with one strong direction, at several ratios of dimension and number of samples: the bulk " +
    "follows the law of Marchenko and Pastur, the strong direction leaves it.",
  paper: "demonstration",
  source: {
    title: "Distribution of eigenvalues for some sets of random matrices",
    authors: "Vladimir Marchenko, Leonid Pastur",
    year: 1967,
    claim: "The limiting spectrum of sample covariances",
  },
  parameters: {
    dimension: {
      kind: "integer",
      description: "Dimension of the samples",
      symbol: "d",
      default: 300,
      minimum: 2,
      maximum: 10_000,
    },
    ratio: {
      kind: "number",
      description: "Dimension over number of samples",
      symbol: "\\gamma",
      default: 0.5,
      exclusiveMinimum: 0,
      maximum: 100,
    },
    spike: {
      kind: "number",
      description: "Variance of one direction, all others having 1",
      symbol: "\\ell",
      default: 6,
      exclusiveMinimum: 0,
    },
  },
  sizes: {
    small: grid({
      fixed: { dimension: 300, spike: 6 },
      axes: { ratio: [0.1, 0.5, 1, 2] },
      replicates: 8,
    }),
    medium: grid({
      fixed: { dimension: 600, spike: 6 },
      axes: { ratio: [0.1, 0.5, 1, 2] },
      replicates: 10,
    }),
    paper: grid({
      fixed: { dimension: 1500, spike: 6 },
      axes: { ratio: [0.1, 0.5, 1, 2] },
      replicates: 20,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "bulk",
      statement: "All but the largest eigenvalue follow the law of Marchenko and Pastur.",
      check: checkBulk,
    },
    {
      name: "outlier",
      statement: "The largest eigenvalue is where the spiked covariance model puts it.",
      check: checkOutlier,
    },
  ],
  figures: [{ name: "marchenko-pastur", title: "Histograms with their law", describe }],
};
