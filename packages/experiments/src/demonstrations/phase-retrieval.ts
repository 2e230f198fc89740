import { abs, gamp, gaussian, glmStateEvolution } from "@onsager/amp";
import { prepare } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import { rectangular } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Trial, Verdict } from "../experiment.ts";
import type { Figure } from "../figure.ts";
import { grid } from "../grid.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";
import { proportionOf } from "../statistics/proportion.ts";

/** Parameters of `phaseRetrieval`. */
export type PhaseRetrievalPoint = {
  /** N, the number of unknowns. */
  readonly dimension: number;
  /** alpha, measurements per unknown. */
  readonly ratio: number;
  /** Sweeps of AMP. */
  readonly sweeps: number;
};

/** What generalised AMP finds from a random start. */
export type PhaseRetrievalRow = {
  /** Squared cosine with the signal. */
  readonly squaredOverlap: number;
  /** Sweeps that were taken. */
  readonly sweeps: number;
};

/** Phases alone are lost: y = |z|. */
const channel = /* @__PURE__ */ abs();
const prior = /* @__PURE__ */ gaussian();

function normals(size: number, random: Stream): Float64Array {
  const values = new Float64Array(size);
  random.fillNormal(values);
  return values;
}

function run({ dimension, ratio, sweeps }: PhaseRetrievalPoint, random: Stream): PhaseRetrievalRow {
  const rows = Math.max(1, Math.round(ratio * dimension));
  // Entries of variance 1/rows, and 1/N is wanted.
  const { data } = rectangular({ ratio: dimension / rows, variance: rows / dimension }).sample(
    rows,
    random.split("F"),
  );
  using F = prepare({ rows, cols: dimension, data });
  const truth = normals(dimension, random.split("signal"));
  const z = new Float64Array(rows);
  F.apply(truth, z);
  const start = normals(dimension, random.split("start")).map((value) => 0.3 * value);
  const y = z.map((value) => channel.sample(value, random));
  const { factors, iteration } = gamp(F, y, { prior, channel, truth, start, maximumIterations: sweeps });
  return { squaredOverlap: factors.w!.squaredOverlap!, sweeps: iteration };
}

/** From here on a random start finds something: `glmWeakRecovery`. */
const WEAK = 0.5;
/** From here on it finds everything, and just before it this squared overlap: `glmTransitions`, which takes a second. */
const FULL = { ratio: 1.1284714, squaredOverlap: 0.8466457 };

function theory({ ratio }: PhaseRetrievalPoint): Partial<PhaseRetrievalRow> {
  if (ratio > FULL.ratio) return { squaredOverlap: 1 };
  return {
    squaredOverlap: glmStateEvolution({ ratio, channel, prior }, { tolerance: 1e-7 }).squaredOverlaps.w!,
  };
}

type PhaseRetrievalTrial = Trial<PhaseRetrievalPoint, PhaseRetrievalRow>;
type PhaseRetrievalResults = Results<PhaseRetrievalPoint, PhaseRetrievalRow>;

/** More than this is all of the signal. */
const ALL = 0.99;

function recovered(trials: readonly PhaseRetrievalTrial[]): Verdict {
  const proportion = proportionOf(trials.map(({ result }) => result.squaredOverlap > ALL));
  return { holds: proportion.fraction >= 0.75, evidence: `recovered in ${proportion.text} of the runs` };
}

/** Away from both transitions, where finite systems have yet to decide. */
function check(results: PhaseRetrievalResults): Verdict {
  const full = FULL.ratio;
  const between = (from: number, to: number) =>
    results.trials.filter(({ point }) => point.ratio >= from && point.ratio <= to);
  const cells = { "squared overlap": "squaredOverlap" } as const;
  return allOf({
    [`ratio <= ${(0.8 * WEAK).toFixed(3)}`]: agreement(results, {
      trials: between(0, 0.8 * WEAK),
      cells,
      band: 0.05,
    }),
    [`ratio from ${(1.4 * WEAK).toFixed(3)} to ${(0.9 * full).toFixed(3)}`]: agreement(results, {
      trials: between(1.4 * WEAK, 0.9 * full),
      cells,
      band: 0.15,
    }),
    [`ratio >= ${(1.15 * full).toFixed(3)}`]: recovered(between(1.15 * full, Infinity)),
  });
}

function describe(results: PhaseRetrievalResults): Figure {
  const slice = sliceOf(results, phaseRetrieval.parameters, ["ratio"]);
  const full = FULL.ratio;
  const last = Math.max(1.5 * full, ...slice.trials.map(({ point }) => point.ratio));
  const draw = marksAlong(results, slice, "ratio", spaced(WEAK, full, 10).slice(1, -1));
  const partial = draw.line("squaredOverlap", { colour: 0, label: "state evolution" });
  return {
    title: "Phase retrieval by generalised AMP",
    description:
      `Squared overlap of the estimate with the signal against the number of measurements per unknown, for signals of ${slice.base.dimension} ` +
      `Gaussian unknowns known by the sizes of random projections. State evolution (line) leaves zero at ${WEAK} and jumps ` +
      `to full recovery at ${full.toFixed(3)}; points are means over runs from random starts, with standard errors.`,
    panels: [
      {
        x: { label: "measurements per unknown $\\alpha$", domain: [0, last] },
        y: { label: "squared overlap", domain: [0, 1.02] },
        marks: [
          {
            ...partial,
            x: [0, WEAK, ...partial.x, full, full, last],
            y: [0, 0, ...partial.y, FULL.squaredOverlap, 1, 1],
          },
          draw.points("squaredOverlap", { colour: 0, label: `AMP, $N = ${slice.base.dimension}$` }),
          { kind: "rule", x: WEAK, dashed: true, colour: 4, label: "weak recovery" },
          { kind: "rule", x: full, dashed: true, colour: 5, label: "full recovery" },
        ],
      },
    ],
  };
}

/**
 * Real phase retrieval without noise: y = |F w|, w of standard normal unknowns.
 *
 * @see Barbier, Krzakala, Macris, Miolane, Zdeborova, Optimal errors and phase transitions in high-dimensional generalized linear models
 *   (2019)
 */
export const phaseRetrieval: Experiment<PhaseRetrievalPoint, PhaseRetrievalRow> = {
  name: "phase-retrieval",
  title: "Phase retrieval by generalised AMP",
  summary:
    "Generalised AMP from a random start, on a signal known by the absolute values of random projections: nothing below the weak-recovery " +
    "threshold, part of the signal above it, and all of it from the algorithmic threshold on.",
  paper: "demonstration",
  source: {
    title: "Optimal errors and phase transitions in high-dimensional generalized linear models",
    authors: "Jean Barbier, Florent Krzakala, Nicolas Macris, Leo Miolane, Lenka Zdeborova",
    identifier: "arXiv:1708.03395",
    year: 2019,
    claim: "Weak and full recovery in real phase retrieval",
  },
  parameters: {
    dimension: {
      kind: "integer",
      description: "Number of unknowns",
      symbol: "N",
      default: 1000,
      minimum: 2,
      maximum: 20_000,
    },
    ratio: {
      kind: "number",
      description: "Measurements per unknown",
      symbol: "\\alpha",
      default: 1.3,
      exclusiveMinimum: 0,
      maximum: 100,
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
      fixed: { dimension: 1000, sweeps: 300 },
      axes: { ratio: [0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.75, 2] },
      replicates: 4,
    }),
    medium: grid({
      fixed: { dimension: 2000, sweeps: 500 },
      axes: { ratio: [0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.75, 2] },
      replicates: 8,
    }),
    paper: grid({
      fixed: { dimension: 5000, sweeps: 1000 },
      axes: { ratio: [0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.75, 2] },
      replicates: 16,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "recovery",
      statement: "AMP finds nothing, then part of the signal, then all of it, where state evolution says so.",
      check,
    },
  ],
  figures: [{ name: "phase-retrieval", title: "Overlap against measurements per unknown", describe }],
};
