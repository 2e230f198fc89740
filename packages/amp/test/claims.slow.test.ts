// Claims of arXiv 2506.02664 at sizes a test can afford; those that are theory alone are in test/thresholds.
import { stream } from "@onsager/random";
import { beforeAll, describe, expect, test } from "vitest";
import {
  gaussian,
  jointGradientDescent,
  sequentialCurriculum,
  sharedFactorAmp,
  sphericalMaximumLikelihood,
} from "../src/index.ts";
import { sharedFactorModel } from "./helpers/models.ts";
import { expectTheory, overSeeds } from "./helpers/over-seeds.ts";

const NAMES = ["u", "v", "x", "y"] as const;
const each = <T>(value: T) => ({ u: value, v: value, x: value, y: value });
const priors = each(gaussian());

interface Point {
  readonly sizes: Readonly<Record<(typeof NAMES)[number], number>>;
  readonly matrix: number;
  readonly tensor: number;
  readonly f32?: boolean;
}

function instance({ sizes, matrix, tensor, f32 = false }: Point, seed: number) {
  const channels = [
    { factors: ["u", "v"], variance: matrix },
    { factors: ["u", "x", "y"], variance: tensor },
  ];
  return sharedFactorModel({ sizes, channels, f32 }, stream(seed).split("model"));
}

type Factors = Readonly<Record<string, { readonly squaredOverlap: number | undefined }>>;
const squaredOverlaps = (factors: Factors) => NAMES.map((name) => factors[name]!.squaredOverlap!);

test.each([
  [1.5, [0, 0, 0, 0]],
  [0.65, [0.35, 0.35, 0, 0]],
  [0.2, [0.8029, 0.8006, 0.3773, 0.3773]],
])("C1: Bayes-AMP climbs a staircase as the matrix clears up, D_m = %d", (matrix, theory) => {
  const sizes = { u: 640, v: 640, x: 160, y: 160 };
  const averages = overSeeds(4, (seed) => {
    const model = instance({ sizes, matrix, tensor: 0.125, f32: true }, seed);
    const options = { priors, maximumIterations: 60 };
    return squaredOverlaps(sharedFactorAmp(model, options, stream(seed).split("amp")).factors);
  });
  expectTheory(averages, theory);
});

test("C2: the tensor alone is informative, and out of reach from a random start", () => {
  const N = 200;
  const averages = overSeeds(8, (seed) => {
    const { sizes, channels, truth } = instance({ sizes: each(N), matrix: 1, tensor: 0.1 }, seed);
    const { u, x, y } = sizes as Record<string, number>;
    const alone = {
      sizes: { u: u!, x: x!, y: y! },
      channels: [channels[1]!],
      truth: { u: truth.u!, x: truth.x!, y: truth.y! },
    };
    const options = { priors: { u: gaussian(), x: gaussian(), y: gaussian() } };
    const random = sharedFactorAmp(alone, options, stream(seed).split("amp"));
    const informed = sharedFactorAmp(alone, { ...options, start: alone.truth }, stream(seed).split("amp"));
    return [random, informed].map(({ factors }) => factors.u!.squaredOverlap!);
  });
  expectTheory(averages, [0, (1 + Math.sqrt(1 - 4 * 0.1)) / 2]);
});

describe("C3 and C4 at (.6, .2), N = 200, 10 seeds", () => {
  const SEEDS = 10;
  const ml = sphericalMaximumLikelihood;
  const run = (seed: number) => {
    const random = stream(seed);
    const model = instance({ sizes: each(200), matrix: 0.6, tensor: 0.2 }, seed);
    return {
      bayes: squaredOverlaps(sharedFactorAmp(model, { priors }, random.split("amp")).factors),
      ml: squaredOverlaps(
        sharedFactorAmp(model, { priors: each(ml), maximumIterations: 100 }, random.split("amp")).factors,
      ),
      descent: squaredOverlaps(
        jointGradientDescent(model, { maximumIterations: 400 }, random.split("descent")).factors,
      ),
      curriculum: sequentialCurriculum(model, { refine: priors }, random.split("curriculum")),
    };
  };
  let runs: readonly ReturnType<typeof run>[] = [];
  beforeAll(() => {
    runs = Array.from({ length: SEEDS }, (_, i) => run(i + 1));
  }, 600_000);
  const success = (overlaps: readonly number[]) => overlaps[2]! > 0.3 && overlaps[3]! > 0.3;
  const fraction = (rows: readonly (readonly number[])[]) => rows.filter(success).length / SEEDS;

  test("C3: Bayes-AMP succeeds where joint maximum likelihood and joint gradient descent mostly fail", () => {
    const bayes = fraction(runs.map((run) => run.bayes));
    const message = `Bayes ${bayes}, ML ${fraction(runs.map((run) => run.ml))}, descent ${fraction(runs.map((run) => run.descent))}`;
    expect(bayes - fraction(runs.map((run) => run.ml)), message).toBeGreaterThanOrEqual(0.5);
    expect(bayes - fraction(runs.map((run) => run.descent)), message).toBeGreaterThanOrEqual(0.3);
  });

  test("C4: the sequential curriculum finds all factors, and refined it is Bayes-AMP's answer", () => {
    for (const { bayes, curriculum } of runs) {
      if (!success(bayes)) continue;
      expect(curriculum.converged).toBe(true);
      const refined = squaredOverlaps(curriculum.refined!.factors);
      refined.forEach((value, at) => {
        expect(value).toBeCloseTo(bayes[at]!, 3);
      });
      expect(curriculum.squaredOverlaps!.x).toBeGreaterThan(0.1);
    }
  });
});

test.each([
  [{ sizes: each(250), matrix: 0.5, tensor: 0.1 }, [0.5, 0.5, 0.8, 0.8]],
  [
    { sizes: { u: 300, v: 600, x: 150, y: 225 }, matrix: 0.8, tensor: 0.2 },
    [0.485714285714, 0.377777777778, 0.353685778109, 0.300442757748],
  ],
] as const)("C5: the sequential curriculum follows its closed forms, %o", (point, theory) => {
  const averages = overSeeds(8, (seed) => {
    const { squaredOverlaps: found } = sequentialCurriculum(instance(point, seed), {}, stream(seed));
    return NAMES.map((name) => found![name]!);
  });
  expectTheory(averages, theory);
});
