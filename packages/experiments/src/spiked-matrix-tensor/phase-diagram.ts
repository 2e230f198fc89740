import { multimodalThresholds, sharedFactorAmp, sharedFactorStateEvolution } from "@onsager/amp";
import type { Stream } from "@onsager/random";
import { multiModal } from "@onsager/random-matrices";
import { sliceOf } from "../drawing/slice-of.ts";
import { spaced } from "../drawing/spaced.ts";
import type { Experiment, Results, Trial, Verdict } from "../experiment.ts";
import type { Figure, Mark, Panel } from "../figure.ts";
import { grid } from "../grid.ts";
import { meanOf } from "../statistics/mean.ts";
import { proportionOf } from "../statistics/proportion.ts";
import {
  each,
  FACTORS,
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

/** Parameters of `phaseDiagram`. */
export type PhaseDiagramPoint = NoisePoint & {
  /** Sweeps of AMP. */
  readonly sweeps: number;
};

/** Squared overlaps with u, v, x and y that Bayes-AMP reaches from a random start. */
export type PhaseDiagramRow = FactorValues;

function run(point: PhaseDiagramPoint, random: Stream): PhaseDiagramRow {
  const model = multiModal({ ...point, precision: "f32" }).sample(point.dimension, random.split("model"));
  const options = { priors: each(standardNormal), maximumIterations: point.sweeps };
  return squaredOverlapsOf(sharedFactorAmp(model, options, random.split("amp")));
}

function theory(point: PhaseDiagramPoint): FactorValues {
  return factorValues(sharedFactorStateEvolution(specOf(point), standardNormal).squaredOverlaps);
}

type PhaseDiagramResults = Results<PhaseDiagramPoint, PhaseDiagramRow>;

/** The variances of the matrix at which u and v, and x and y, appear: to Bayes-AMP (c1, c2) and to the joint fit (ml1, ml2). */
function thresholdsAt(tensorVariance: number) {
  const spec = specOf({ matrixVariance: 1, tensorVariance });
  const { bayes, maximumLikelihood } = multimodalThresholds(spec);
  return {
    c1: bayes.matrix,
    c2: bayes.tensor,
    ml1: maximumLikelihood.matrix,
    ml2: maximumLikelihood.tensor,
  };
}

/** Nearer to a threshold than this, finite systems have yet to decide. */
const MARGIN = 0.15;
/** Fluctuations of a single run that is where it should be. */
const TOLERANCE = 0.15;

function decided({ point }: Trial<PhaseDiagramPoint, PhaseDiagramRow>): boolean {
  const { c1, c2 } = thresholdsAt(point.tensorVariance);
  return [c1, c2].every((threshold) => Math.abs(point.matrixVariance - threshold) >= MARGIN);
}

function checkRuns(results: PhaseDiagramResults): Verdict {
  const trials = results.trials.filter(decided);
  const agree = proportionOf(
    trials.map(({ point, result }) => {
      const limit = results.theory(point);
      return FACTORS.every((name) => Math.abs(result[name] - limit[name]!) <= TOLERANCE);
    }),
  );
  return {
    holds: agree.fraction >= 0.7,
    evidence:
      `of the runs farther than ${MARGIN} from c1 and c2, ${agree.text} have all four squared overlaps within ${TOLERANCE} of state ` +
      `evolution`,
  };
}

/** From noisy to clean. */
const tensors = [0.8, 0.6, 0.4, 0.2, 0.1, 0.05, 0.01];

function checkThresholds(): Verdict {
  const all = tensors.map(thresholdsAt);
  const show = (name: keyof (typeof all)[number]) => all.map((at) => at[name].toFixed(3)).join(", ");
  return {
    holds:
      all.every(({ c1, c2, ml1, ml2 }) => ml1 < c1 && ml2 < c2) &&
      all.at(-1)!.c2 > 0.98 &&
      all.at(-1)!.ml1 < 0.25,
    evidence: `Dt = ${tensors.join(", ")}: c2 = ${show("c2")} and c1 = 1, joint fit x, y ${show("ml2")} and u, v ${show("ml1")}`,
  };
}

/** Centres of the first and the last cells of the background. */
const extent = { matrix: [0.01, 1.39], tensor: [0.01, 0.79] } as const;

function background(results: PhaseDiagramResults, base: PhaseDiagramPoint, factor: "u" | "x"): Mark {
  const x = spaced(...extent.matrix, 70);
  const y = spaced(...extent.tensor, 40);
  const values = y.flatMap((tensorVariance) =>
    x.map((matrixVariance) => results.theory({ ...base, matrixVariance, tensorVariance })[factor]!),
  );
  return {
    kind: "heat",
    x,
    y,
    values,
    label: `squared overlap with $${factor}$`,
    domain: [0, 1],
    contours: [0.2, 0.4, 0.6, 0.8],
  };
}

function thresholdLines(): Mark[] {
  const y = spaced(...extent.tensor, 80);
  const line = (name: "c1" | "c2" | "ml1", colour: number, label: string): Mark => ({
    kind: "line",
    x: y.map((tensorVariance) => thresholdsAt(tensorVariance)[name]),
    y,
    colour,
    label,
    dashed: name === "ml1",
  });
  return [
    line("c1", 1, "$c_1$: $u, v$ appear"),
    line("c2", 2, "$c_2$: $x, y$ appear"),
    line("ml1", 3, "joint fit: $u, v$ appear"),
  ];
}

/** The means of the runs at each point, coloured as the background. */
function runs(trials: readonly Trial<PhaseDiagramPoint, PhaseDiagramRow>[], factor: "u" | "x"): Mark {
  const groups = new Map<string, { readonly point: PhaseDiagramPoint; readonly values: number[] }>();
  for (const { point, result } of trials) {
    const key = `${point.matrixVariance} ${point.tensorVariance}`;
    const group = groups.get(key) ?? { point, values: [] };
    group.values.push(result[factor]);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return {
    kind: "points",
    x: all.map(({ point }) => point.matrixVariance),
    y: all.map(({ point }) => point.tensorVariance),
    values: all.map(({ values }) => meanOf(values).mean),
    label: "Bayes-AMP",
    shape: "circle",
  };
}

function describe(results: PhaseDiagramResults): Figure {
  const { base, trials } = sliceOf(results, phaseDiagram.parameters, ["matrixVariance", "tensorVariance"]);
  const panel = (factor: "u" | "x", title: string): Panel => ({
    title,
    x: { label: "$\\Delta_m$", domain: [0, 1.4] },
    y: { label: "$\\Delta_t$", domain: [0, 0.8] },
    marks: [background(results, base, factor), ...thresholdLines(), runs(trials, factor)],
    legend: "outside",
  });
  return {
    title: "Phase diagram of the matrix and the tensor",
    description:
      `Squared overlaps with u (left) and with x (right) over the variances of the matrix's and the tensor's noise. The background and its ` +
      `contours are state evolution of Bayes-AMP from a random start, circles are means of runs at N = ${base.dimension} in the same ` +
      `colours. Lines: below c1 the factors u and v appear, below c2 also x and y; a joint maximum-likelihood fit finds u and v only ` +
      `below the dashed line, which goes to zero as the tensor gets cleaner.`,
    columns: 2,
    panels: [panel("u", "shared factor $u$"), panel("x", "tensor's factor $x$")],
  };
}

/**
 * The phase diagram of Bayes-AMP over both noise levels, all factors of the size of u.
 *
 * @see Tabanelli, Mergny, Zdeborova, Krzakala, arXiv 2506.02664 (2025)
 */
export const phaseDiagram: Experiment<PhaseDiagramPoint, PhaseDiagramRow> = {
  name: "phase-diagram",
  title: "Phase diagram over both noise levels",
  summary:
    "What Bayes-AMP finds of a matrix and a tensor that share a factor, over the two noise levels: state evolution with its thresholds, " +
    "those of the joint maximum-likelihood fit, and runs at finite size.",
  paper: "4",
  source: paper("Phase diagram of Bayes-AMP over the noise of matrix and tensor"),
  parameters: {
    ...noiseParameters,
    sweeps: sweepsParameter,
  },
  sizes: {
    small: grid({
      fixed: { dimension: 150, sweeps: 60 },
      axes: {
        tensorVariance: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
        matrixVariance: [0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3],
      },
      replicates: 2,
    }),
    medium: grid({
      fixed: { dimension: 250, sweeps: 100 },
      axes: {
        tensorVariance: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
        matrixVariance: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3],
      },
      replicates: 4,
    }),
    paper: grid({
      fixed: { dimension: 500, sweeps: 200 },
      axes: {
        tensorVariance: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75],
        matrixVariance: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3],
      },
      replicates: 8,
    }),
  },
  run,
  theory,
  claims: [
    {
      name: "runs",
      statement: "Away from the thresholds Bayes-AMP at finite size is where state evolution puts it.",
      check: checkRuns,
    },
    {
      name: "thresholds",
      statement:
        "At any noise of the tensor the joint fit needs a cleaner matrix than Bayes-AMP; as the tensor clears up, its threshold goes to zero.",
      check: checkThresholds,
    },
  ],
  figures: [{ name: "phase-diagram", title: "Overlaps over both noise levels", describe }],
};
