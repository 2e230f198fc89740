import { donohoTanner as donohoTannerTransition, lassoAmp } from "@onsager/amp";
import { errorFunction, normalDensity } from "@onsager/hermite";
import { prepare } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import { rectangular } from "@onsager/random-matrices";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure, Mark } from "../figure.ts";
import { grid } from "../grid.ts";
import { allOf } from "../statistics/all-of.ts";
import { meanOf } from "../statistics/mean.ts";
import { proportionOf } from "../statistics/proportion.ts";

/** Parameters of `donohoTanner`. */
export type DonohoTannerPoint = {
  /** N, the number of unknowns. */
  readonly dimension: number;
  /** delta, measurements per unknown, in (0, 1). */
  readonly undersampling: number;
  /** rho, non-zero unknowns per measurement, in (0, 1]. */
  readonly sparsity: number;
  /** Sweeps of AMP. */
  readonly sweeps: number;
};

/** What l1 minimisation by AMP gives. */
export type DonohoTannerRow = {
  /** |x - x*|^2/|x*|^2. */
  readonly error: number;
  /** Whether that is small: the signal is recovered. */
  readonly recovered: boolean;
};

/** Keeps AMP of some hundred unknowns from oscillating; fixed points stay. */
const DAMPING = 0.1;
/** Errors below this are those of a run that has not quite ended. */
const SMALL = 1e-4;

function probabilityAbove(z: number): number {
  return (1 - errorFunction(z / Math.SQRT2)) / 2;
}

/** The threshold of least worst-case error in units of the noise: z of the transition, where rho = 1 - z Phi(-z)/phi(z). */
function minimaxMultiple(undersampling: number): number {
  const sparsity = donohoTannerTransition(undersampling);
  let [low, high] = [0, 5];
  while (high - low > 1e-9) {
    const z = (low + high) / 2;
    if (1 - (z * probabilityAbove(z)) / normalDensity(z) > sparsity) low = z;
    else high = z;
  }
  return low;
}

function signalOf(dimension: number, nonZeros: number, random: Stream): Float64Array {
  const x = new Float64Array(dimension);
  random.fillNormal(x.subarray(0, nonZeros));
  return x;
}

function run(point: DonohoTannerPoint, random: Stream): DonohoTannerRow {
  const { dimension, undersampling, sparsity, sweeps } = point;
  const rows = Math.max(1, Math.round(undersampling * dimension));
  const truth = signalOf(
    dimension,
    Math.min(dimension, Math.max(1, Math.round(sparsity * rows))),
    random.split("signal"),
  );
  using A = prepare(rectangular({ ratio: dimension / rows }).sample(rows, random.split("A")));
  const y = new Float64Array(rows);
  A.apply(truth, y);
  const multiple = minimaxMultiple(undersampling);
  const { estimates } = lassoAmp(A, y, { multiple, damping: DAMPING, maximumIterations: sweeps });
  const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
  const error = squares(truth.map((value, i) => value - estimates.x![i]!)) / squares(truth);
  return { error, recovered: error < SMALL };
}

function theory({ undersampling, sparsity }: DonohoTannerPoint): Partial<DonohoTannerRow> {
  return { recovered: sparsity < donohoTannerTransition(undersampling) };
}

type DonohoTannerResults = Results<DonohoTannerPoint, DonohoTannerRow>;

/** Sides of the transition, away from it, where finite systems have yet to decide. */
function check({ trials }: DonohoTannerResults): Verdict {
  const on = (holds: (relative: number) => boolean) =>
    proportionOf(
      trials
        .filter(({ point }) => holds(point.sparsity / donohoTannerTransition(point.undersampling)))
        .map(({ result }) => result.recovered),
    );
  const below = on((relative) => relative <= 0.75);
  const above = on((relative) => relative >= 1.3);
  const words = ({ text }: { readonly text: string }) => `recovered in ${text} of the runs`;
  return allOf({
    "sparsity up to 0.75 of the transition": { holds: below.fraction >= 0.85, evidence: words(below) },
    "sparsity from 1.3 of the transition on": { holds: above.fraction <= 0.1, evidence: words(above) },
  });
}

/** The fraction of runs that recovered the signal, over the plane. */
function successes({ trials }: DonohoTannerResults): Mark {
  const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const x = sorted(trials.map(({ point }) => point.undersampling));
  const y = sorted(trials.map(({ point }) => point.sparsity));
  const at = (undersampling: number, sparsity: number): number =>
    meanOf(
      trials
        .filter(({ point }) => point.undersampling === undersampling && point.sparsity === sparsity)
        .map(({ result }) => (result.recovered ? 1 : 0)),
    ).mean;
  return {
    kind: "heat",
    x,
    y,
    values: y.flatMap((sparsity) => x.map((undersampling) => at(undersampling, sparsity))),
    label: "fraction recovered",
    domain: [0, 1],
  };
}

function describe(results: DonohoTannerResults): Figure {
  const { base, trials } = sliceOf(results, donohoTanner.parameters, ["undersampling", "sparsity"]);
  const x = spaced(0.02, 0.98, 150);
  return {
    title: "The transition of Donoho and Tanner",
    description:
      `The fraction of sparse signals of ${base.dimension} unknowns that l1 minimisation recovers, over measurements per unknown and ` +
      `non-zeros per measurement: all below the line, none above it. The line is the weak transition of Donoho and Tanner.`,
    panels: [
      {
        x: { label: "measurements per unknown $\\delta$", domain: [0, 1] },
        y: { label: "non-zeros per measurement $\\rho$", domain: [0, 1] },
        marks: [
          successes({ ...results, trials }),
          { kind: "line", x, y: x.map(donohoTannerTransition), colour: 1, label: "transition" },
        ],
        legend: "outside",
      },
    ],
  };
}

/**
 * Compressed sensing of signed signals without noise, by AMP with the minimax threshold.
 *
 * @see Donoho, Maleki, Montanari, Message-passing algorithms for compressed sensing (2009)
 */
export const donohoTanner: Experiment<DonohoTannerPoint, DonohoTannerRow> = {
  name: "donoho-tanner",
  title: "The transition of Donoho and Tanner",
  summary:
    "Sparse signals from fewer Gaussian measurements than unknowns, by l1 minimisation with AMP: recovery changes from certain to " +
    "impossible at the transition of Donoho and Tanner.",
  paper: "demonstration",
  source: {
    title: "Message-passing algorithms for compressed sensing",
    authors: "David Donoho, Arian Maleki, Andrea Montanari",
    identifier: "arXiv:0907.3574",
    year: 2009,
    claim: "AMP has the phase transition of l1 minimisation",
  },
  parameters: {
    dimension: {
      kind: "integer",
      description: "Number of unknowns",
      symbol: "N",
      default: 500,
      minimum: 10,
      maximum: 20_000,
    },
    undersampling: {
      kind: "number",
      description: "Measurements per unknown",
      symbol: "\\delta",
      default: 0.5,
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
    },
    sparsity: {
      kind: "number",
      description: "Non-zero unknowns per measurement",
      symbol: "\\rho",
      default: 0.3,
      exclusiveMinimum: 0,
      maximum: 1,
    },
    sweeps: {
      kind: "integer",
      description: "Largest number of sweeps of AMP",
      default: 300,
      minimum: 1,
      maximum: 10_000,
    },
  },
  sizes: {
    small: grid({
      fixed: { dimension: 500, sweeps: 300 },
      axes: {
        undersampling: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
        sparsity: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
      },
      replicates: 4,
    }),
    medium: grid({
      fixed: { dimension: 1000, sweeps: 500 },
      axes: { undersampling: spaced(0.1, 0.9, 17), sparsity: spaced(0.05, 0.95, 19) },
      replicates: 8,
    }),
    paper: grid({
      fixed: { dimension: 2000, sweeps: 1000 },
      axes: { undersampling: spaced(0.05, 0.95, 37), sparsity: spaced(0.025, 0.975, 39) },
      replicates: 16,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "transition",
      statement:
        "Sparser signals than the transition of Donoho and Tanner are recovered, denser ones are not.",
      check,
    },
  ],
  figures: [{ name: "donoho-tanner", title: "Recovery over undersampling and sparsity", describe }],
};
