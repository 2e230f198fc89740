import { qr } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, test } from "vitest";
import {
  abs,
  gamp,
  gaussBernoulli,
  gaussian,
  informedStart,
  lassoAmp,
  linear,
  relu,
  sign,
  vamp,
} from "../../src/index.ts";
import { gaussianDesign, labelled, projections, squaredError } from "../helpers/designs.ts";
import { planted } from "../helpers/models.ts";
import { expectTheory, overSeeds } from "../helpers/over-seeds.ts";

const SEEDS = 8;

describe("GAMP follows state evolution", () => {
  test.each([
    ["sign, alpha 2", sign(), 2, undefined, 0.728298173971],
    ["relu, D .1, alpha 1", relu({ variance: 0.1 }), 1, undefined, 0.589168036251],
    ["abs, D .01, alpha .9, from a hint", abs({ variance: 0.01 }), 0.9, 0.3, 0.306906960412],
    ["linear, D .1, alpha .5", linear({ variance: 0.1 }), 0.5, undefined, 0.425834261323],
  ] as const)("%s", (_, channel, ratio, hint, theory) => {
    const N = 1500;
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const F = gaussianDesign(ratio * N, N, 1 / N, random);
      const truth = planted(N, 1, (r) => r.normal(), random.split("truth"));
      const y = labelled(channel, projections(F, truth), random);
      const start = hint ? { start: informedStart(truth, { overlap: hint }, random.split("start")) } : {};
      const { factors } = gamp(F, y, { prior: gaussian(), channel, truth, ...start });
      return [factors.w!.squaredOverlap!];
    });
    expectTheory(averages, [theory]);
  });
});

test("LASSO AMP follows state evolution: error and tau", () => {
  const prior = gaussBernoulli({ rho: 0.128, variance: 1 });
  const [n, N] = [1280, 2000];
  const averages = overSeeds(SEEDS, (seed) => {
    const random = stream(seed);
    const A = gaussianDesign(n, N, 1 / n, random);
    const truth = Float64Array.from({ length: N }, () => prior.sample(random));
    const y = labelled(linear({ variance: 0.2 }), projections(A, truth), random);
    const { estimates, tau } = lassoAmp(A, y, { multiple: 1.5 });
    return [10 * squaredError(estimates.x!, truth), tau];
  });
  expectTheory(averages, [0.6482582035, 0.54889921142]);
});

describe("VAMP follows state evolution at M/N = .6, errors in units of .01", () => {
  const prior = gaussBernoulli({ rho: 0.2, variance: 1 });
  test.each([
    ["independent entries", false, 1.3905814685],
    ["orthogonal rows", true, 0.8549991479],
  ] as const)("%s", (_, orthogonal, theory) => {
    const [M, N] = [600, 1000];
    const averages = overSeeds(SEEDS, (seed) => {
      const random = stream(seed);
      const tall = gaussianDesign(N, M, 1 / N, random);
      const columns = orthogonal ? qr(tall).Q : tall;
      const A = { rows: M, cols: N, data: transposed(columns.data, N, M) };
      const truth = Float64Array.from({ length: N }, () => prior.sample(random));
      const y = labelled(linear({ variance: 0.01 }), projections(A, truth), random);
      const { estimates } = vamp(A, y, { prior, variance: 0.01 });
      return [100 * squaredError(estimates.x!, truth)];
    });
    expectTheory(averages, [theory]);
  });
});

function transposed(data: Float64Array, rows: number, cols: number): Float64Array {
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[j * rows + i] = data[i * cols + j]!;
  return out;
}
