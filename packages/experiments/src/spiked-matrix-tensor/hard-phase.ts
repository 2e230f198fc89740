import {
  type AmpResult,
  type Branch,
  type Branches,
  informationTheoreticThreshold,
  type SharedFactorSpec,
  sharedFactorAmp,
  sharedFactorBranches,
  tensorSpinodal,
} from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { sharedFactor } from "@onsager/random-matrices";
import { marksAlong } from "../drawing/marks-along.ts";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Verdict } from "../experiment.ts";
import type { Figure, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import { agreement } from "../statistics/agreement.ts";
import { allOf } from "../statistics/all-of.ts";
import { decimal } from "../statistics/decimal.ts";
import {
  type Cells,
  cellsBy,
  cellsOf,
  dimensionParameter,
  paper,
  standardNormal,
  sweepsParameter,
  tensorVarianceParameter,
} from "./matrix-tensor.ts";

/** Parameters of `hardPhase`. */
export type HardPhasePoint = {
  /** N, the size of all three factors. */
  readonly dimension: number;
  /** Delta_t. */
  readonly tensorVariance: number;
  /** Sweeps of AMP. */
  readonly sweeps: number;
};

/**
 * Squared overlaps with u, x and y of Bayes-AMP on the tensor alone: from a random start (`randomU`, ...), and from the truth
 * (`informedU`, ...).
 */
export type HardPhaseRow = Cells<"random" | "informed", "u" | "x" | "y">;

const RATIOS = { u: 1, x: 1, y: 1 };

function specAt(tensorVariance: number): SharedFactorSpec {
  return { ratios: RATIOS, channels: [{ factors: ["u", "x", "y"], variance: tensorVariance }] };
}

function run({ dimension, tensorVariance, sweeps }: HardPhasePoint, random: Stream): HardPhaseRow {
  const ensemble = sharedFactor({ ...specAt(tensorVariance), precision: "f32" });
  const model = ensemble.sample(dimension, random.split("model"));
  const priors = { u: standardNormal, x: standardNormal, y: standardNormal };
  const options = { priors, maximumIterations: sweeps };
  const found = sharedFactorAmp(model, options, random.split("random"));
  const informed = sharedFactorAmp(model, { ...options, start: model.truth! }, random.split("informed"));
  return { ...cellsOf("random", overlapsOf(found)), ...cellsOf("informed", overlapsOf(informed)) };
}

function overlapsOf({ factors }: AmpResult) {
  const { u, x, y } = factors;
  return { u: u!.squaredOverlap!, x: x!.squaredOverlap!, y: y!.squaredOverlap! };
}

function branchesAt(tensorVariance: number): Branches {
  return sharedFactorBranches(specAt(tensorVariance), standardNormal);
}

function theory({ tensorVariance }: HardPhasePoint): HardPhaseRow {
  const { uninformed, informed } = branchesAt(tensorVariance);
  const of = ({ squaredOverlaps: { u, x, y } }: Branch) => ({ u: u!, x: x!, y: y! });
  return { ...cellsOf("random", of(uninformed)), ...cellsOf("informed", of(informed)) };
}

type HardPhaseResults = Results<HardPhasePoint, HardPhaseRow>;

/** Above it the informed fixed point is gone: that of a symmetric tensor, whose equations are the same. */
const spinodal = /* @__PURE__ */ tensorSpinodal(3);

/** Below it the tensor tells of its factors. */
function threshold(): number {
  return informationTheoreticThreshold(branchesAt, 0.1, 1.1 * spinodal);
}

/** C2, away from the spinodal, where finite systems lose the informed fixed point. */
function check(results: HardPhaseResults): Verdict {
  const trials = results.trials.filter(({ point }) => point.tensorVariance <= 0.75 * spinodal);
  const hard = trials.every(({ point }) => branchesAt(point.tensorVariance).hard);
  const from = (start: "random" | "informed"): Verdict =>
    agreement(results, { trials, cells: cellsBy(start, ["u", "x", "y"]), band: 0.05 });
  const { holds, evidence } = allOf({ "random start": from("random"), "informed start": from("informed") });
  return {
    holds: hard && holds,
    evidence: `Dt <= ${decimal(0.75 * spinodal)}: ${evidence}; informative below Dt = ${threshold().toFixed(6)}`,
  };
}

function overlaps(results: HardPhaseResults): Panel {
  const slice = sliceOf(results, hardPhase.parameters, ["tensorVariance"]);
  const draw = marksAlong(results, slice, "tensorVariance", spaced(0.05, 0.35, 301));
  return {
    title: "what Bayes-AMP reaches",
    x: { label: "$\\Delta_t$", domain: [0.05, 0.35] },
    y: { label: "squared overlap with $u$", domain: [0, 1] },
    marks: [
      draw.line("informedU", { colour: 0 }),
      draw.line("randomU", { colour: 1 }),
      draw.points("informedU", { colour: 0, label: "started at the truth" }),
      draw.points("randomU", { colour: 1, label: "random start" }),
      { kind: "rule", x: threshold(), dashed: true, colour: 4, label: "information-theoretic threshold" },
      { kind: "rule", x: spinodal, dashed: true, colour: 5, label: "informed fixed point ends" },
    ],
  };
}

function freeEntropy(): Panel {
  const x = spaced(0.15, spinodal * 0.9999, 120);
  const y = x.map((value) => {
    const { informed, uninformed } = branchesAt(value);
    return informed.freeEntropy - uninformed.freeEntropy;
  });
  return {
    title: "which is optimal",
    x: { label: "$\\Delta_t$", domain: [0.15, 0.26] },
    y: { label: "free entropy, informed minus uninformed" },
    marks: [
      { kind: "line", x, y, colour: 0 },
      { kind: "rule", y: 0, colour: 1, label: "both are as good" },
      { kind: "rule", x: threshold(), dashed: true, colour: 4, label: "information-theoretic threshold" },
    ],
  };
}

function describe(results: HardPhaseResults): Figure {
  const { dimension } = sliceOf(results, hardPhase.parameters, ["tensorVariance"]).base;
  return {
    title: "The tensor alone is informative and out of reach",
    description:
      `Left: squared overlap with u of Bayes-AMP on a spiked tensor alone, N = ${dimension}, against the variance of its noise. Started ` +
      `at the truth it stays at the informed fixed point of state evolution up to ${spinodal}; from a random start it finds nothing. ` +
      `Right: the free entropy of the informed fixed point over that of the uninformed one is positive below ` +
      `${threshold().toFixed(4)}: there the tensor tells of its factors.`,
    panels: [overlaps(results), freeEntropy()],
  };
}

/**
 * Claim C2: without the matrix the tensor is in its hard phase, with both fixed points on show.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const hardPhase: Experiment<HardPhasePoint, HardPhaseRow> = {
  name: "hard-phase",
  title: "The tensor alone is hard",
  summary:
    "Bayes-AMP on a spiked tensor without the matrix, from a random start and from the truth. Below the information-theoretic threshold " +
    "the informed fixed point is optimal, and no random start reaches it.",
  paper: "4",
  source: paper("The spiked tensor alone is intractable"),
  parameters: {
    dimension: dimensionParameter,
    tensorVariance: tensorVarianceParameter,
    sweeps: sweepsParameter,
  },
  sizes: {
    small: grid({
      fixed: { dimension: 160, sweeps: 60 },
      axes: { tensorVariance: [0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3] },
      replicates: 4,
    }),
    medium: grid({
      fixed: { dimension: 300, sweeps: 100 },
      axes: { tensorVariance: spaced(0.06, 0.3, 13) },
      replicates: 8,
    }),
    paper: grid({
      fixed: { dimension: 500, sweeps: 200 },
      axes: { tensorVariance: spaced(0.06, 0.3, 25) },
      replicates: 16,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "C2",
      statement:
        "The tensor alone is intractable although informative: a random start finds nothing, the informed fixed point stays.",
      check,
    },
  ],
  figures: [{ name: "hard-phase", title: "Both fixed points of the tensor alone", describe }],
};
