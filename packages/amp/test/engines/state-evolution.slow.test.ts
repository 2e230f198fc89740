import { stream } from "@onsager/random";
import { describe, test } from "vitest";
import {
  type Denoiser,
  gaussBernoulli,
  gaussian,
  informedStart,
  type Prior,
  rademacher,
  sharedFactorAmp,
  sparseRademacher,
  sphericalMaximumLikelihood,
  symmetricAmp,
  symmetricAmpSteps,
} from "../../src/index.ts";
import { sharedFactorModel, symmetricModel } from "../helpers/models.ts";
import { expectTheory, overSeeds } from "../helpers/over-seeds.ts";

const SEEDS = 8;

describe("symmetric AMP follows state evolution", () => {
  const plantedBy = (prior: Prior) => ({
    sample: (random: Parameters<Prior["sample"]>[0]) => prior.sample(random),
    secondMoment: prior.secondMoment,
  });

  test("Wigner, Rademacher, D = .5: the trajectory from overlap .1 and square .02", () => {
    const steps = [1, 2, 3, 5, 9, 25];
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const channels = [{ order: 2, variance: 0.5 }];
      const model = symmetricModel(
        { dimension: 2000, channels, ...plantedBy(rademacher) },
        random.split("model"),
      );
      const start = informedStart(model.truth, { overlap: 0.1, meanSquare: 0.02 }, random.split("start"));
      const states = [
        ...symmetricAmpSteps(model, { prior: rademacher, start, maximumIterations: 25 }, random),
      ];
      return steps.map((step) => (states[step - 1] ?? states.at(-1)!).factors.x!.overlap!);
    });
    expectTheory(averages, [0.1903, 0.3265, 0.4644, 0.5903, 0.6171, 0.6184]);
  });

  test.each([
    ["Wigner, Rademacher, D = .5", rademacher, 800, [[2, 0.5]], 0.618447509349],
    ["Wigner, Gaussian, D = .5", gaussian(), 800, [[2, 0.5]], 0.5],
    ["Wigner, sparse Rademacher .1, D = .5", sparseRademacher({ rho: 0.1 }), 800, [[2, 0.5]], 0.91013228406],
    [
      "mixed 2+3, Gaussian, (.4, 1)",
      gaussian(),
      150,
      [
        [2, 0.4],
        [3, 1],
      ],
      0.6861406616,
    ],
    [
      "mixed 2+3, Gaussian, (.7, 1)",
      gaussian(),
      150,
      [
        [2, 0.7],
        [3, 1],
      ],
      0.474546482928,
    ],
  ] as const)("%s from a random start", (_, prior, dimension, orders, theory) => {
    const channels = orders.map(([order, variance]) => ({ order, variance }));
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const model = symmetricModel({ dimension, channels, ...plantedBy(prior) }, random.split("model"));
      const { overlap } = symmetricAmp(model, { prior }, random).factors.x!;
      return [orders.length === 1 ? Math.abs(overlap!) : overlap!];
    });
    expectTheory(averages, [theory]);
  });

  test.each([
    ["Gaussian, D = .2", gaussian(), 0.2, (1 + Math.sqrt(0.2)) / 2],
    ["Rademacher, D = .2", rademacher, 0.2, undefined],
  ] as const)("tensor of order 3, %s from an informed start", (_, prior, variance, theory) => {
    const informed = theory ?? fixedPoint((m) => prior.overlap((m * m) / variance));
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const channels = [{ order: 3, variance }];
      const model = symmetricModel({ dimension: 150, channels, ...plantedBy(prior) }, random.split("model"));
      const start = informedStart(model.truth, { overlap: 0.9 }, random.split("start"));
      return [symmetricAmp(model, { prior, start }, random).factors.x!.overlap!];
    });
    expectTheory(averages, [informed]);
  });

  test("mixed 2+3 by spherical maximum likelihood, (.4, 1): the cosine", () => {
    const channels = [
      { order: 2, variance: 0.4 },
      { order: 3, variance: 1 },
    ];
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const model = symmetricModel({ dimension: 150, channels }, random.split("model"));
      const prior = sphericalMaximumLikelihood;
      const start = informedStart(model.truth, { overlap: 0.2, meanSquare: 1 }, random.split("start"));
      return [
        Math.sqrt(symmetricAmp(model, { prior, start, trySigns: false }, random).factors.x!.squaredOverlap!),
      ];
    });
    expectTheory(averages, [0.82691158757]);
  });
});

function fixedPoint(map: (m: number) => number): number {
  let m = 1;
  for (let i = 0; i < 10_000; i++) m = map(m);
  return m;
}

interface Case {
  readonly sizes: Readonly<Record<string, number>>;
  readonly channels: readonly (readonly [string, number])[];
  readonly prior?: Prior;
  readonly denoiser?: Denoiser;
  /** Squared overlaps in the order of sizes. */
  readonly theory: readonly number[];
}

const multiModal = (matrix: number, tensor: number) => [["uv", matrix] as const, ["uxy", tensor] as const];
const equal = (N: number) => ({ u: N, v: N, x: N, y: N });
const bayes: Record<string, Case> = {
  "rectangular, Gaussian, alpha2 = 2, D = .8": {
    sizes: { u: 500, v: 1000 },
    channels: [["uv", 0.8]],
    theory: [0.485714285714, 0.377777777778],
  },
  "rectangular, Rademacher, D = .5": {
    sizes: { u: 800, v: 800 },
    channels: [["uv", 0.5]],
    prior: rademacher,
    theory: [0.618447509349, 0.618447509349],
  },
  "rectangular, Gauss-Bernoulli(.1, 10), D = .7": {
    sizes: { u: 1000, v: 1000 },
    channels: [["uv", 0.7]],
    prior: gaussBernoulli({ rho: 0.1, variance: 10 }),
    theory: [0.823643751028, 0.823643751028],
  },
  "multi-modal, (.6, .2)": {
    sizes: equal(200),
    channels: multiModal(0.6, 0.2),
    theory: [0.788682615014, 0.567935831044, 0.746412566738, 0.746412566738],
  },
  "multi-modal, (.5, .1)": {
    sizes: equal(200),
    channels: multiModal(0.5, 0.1),
    theory: [0.901884178439, 0.643337154602, 0.889121017542, 0.889121017542],
  },
  "multi-modal, alpha = (1, 2, .5, .75), (.8, .2)": {
    sizes: { u: 300, v: 600, x: 150, y: 225 },
    channels: multiModal(0.8, 0.2),
    theory: [0.587689920986, 0.423502334418, 0.475431824546, 0.411250841636],
  },
  "two matrices that share u, each alone below its threshold": {
    sizes: { u: 1600, v: 1600, w: 1600 },
    channels: [
      ["uv", 1.05],
      ["uw", 1.05],
    ],
    theory: [0.294262295082, 0.218902439024, 0.218902439024],
  },
  "spherical maximum likelihood, multi-modal, (.2, .3)": {
    sizes: equal(200),
    channels: multiModal(0.2, 0.3),
    denoiser: sphericalMaximumLikelihood,
    theory: [0.841, 0.8079, 0.6433, 0.6433],
  },
};

describe("shared-factor AMP follows state evolution", () => {
  test.each(Object.entries(bayes))(
    "%s",
    (_, { sizes, channels, prior = gaussian(), denoiser = prior, theory }) => {
      const names = Object.keys(sizes);
      const layout = channels.map(([factors, variance]) => ({ factors: [...factors], variance }));
      const averages = overSeeds(SEEDS, (seed) => {
        const random = stream(seed);
        const sampling = { sample: prior.sample, secondMoment: prior.secondMoment };
        const model = sharedFactorModel({ sizes, channels: layout, ...sampling }, random.split("model"));
        const priors = Object.fromEntries(names.map((name) => [name, denoiser]));
        const { factors } = sharedFactorAmp(model, { priors }, random.split("amp"));
        return names.map((name) => factors[name]!.squaredOverlap!);
      });
      expectTheory(averages, theory);
    },
  );
});
