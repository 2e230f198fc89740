import type { Matrix } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import {
  informedStart,
  multiIndexAmp,
  multiIndexStateEvolution,
  multiIndexWeakRecovery,
  signProduct,
} from "../../src/index.ts";
import { gaussianDesign, projections } from "../helpers/designs.ts";
import { planted } from "../helpers/models.ts";
import { expectTheory, overSeeds } from "../helpers/over-seeds.ts";

const SEEDS = 8;

/** Labels sign(z1 z2) of two planted directions, alpha N of them. */
function planted2(N: number, ratio: number, seed: number) {
  const random = stream(seed);
  const F = gaussianDesign(ratio * N, N, 1 / N, random);
  const rows = [0, 1].map((k) => planted(N, 1, (r) => r.normal(), random.split("truth").split(k)));
  const [z1, z2] = rows.map((w) => projections(F, w));
  const y = z1!.map((z, mu) => (z * z2![mu]! >= 0 ? 1 : -1));
  return { F, y, rows, truth: stacked(rows), random };
}

function stacked(rows: readonly Float64Array[]): Matrix {
  const cols = rows[0]!.length;
  const data = new Float64Array(rows.length * cols);
  rows.forEach((row, k) => {
    data.set(row, k * cols);
  });
  return { rows: rows.length, cols, data };
}

/** Singular values of a 2 x 2 matrix: overlaps whatever the permutation and the signs of directions. */
function singularValues([a, b, c, d]: Float64Array): [number, number] {
  const square = a! * a! + b! * b! + c! * c! + d! * d!;
  const determinant = Math.abs(a! * d! - b! * c!);
  const difference = Math.sqrt(Math.max(0, square * square - 4 * determinant * determinant));
  return [Math.sqrt((square + difference) / 2), Math.sqrt(Math.max(0, (square - difference) / 2))];
}

test("sign(z1 z2) at alpha = 4 from overlap .3: both directions end where state evolution says, .643", () => {
  const options = { ratio: 4, samples: 20_000 };
  const { overlaps } = multiIndexStateEvolution(signProduct(), options, stream(100));
  const limit = Array.from(overlaps.data);
  for (const k of [0, 3]) expect(Math.abs(limit[k]! - 0.643)).toBeLessThan(0.01);
  const averages = overSeeds(SEEDS, (seed) => {
    const { F, y, rows, truth, random } = planted2(1200, 4, seed);
    const start = stacked(
      rows.map((w, k) => informedStart(w, { overlap: 0.3 }, random.split("start").split(k))),
    );
    const run = multiIndexAmp(F, y, { channel: signProduct(), start, truth, tolerance: 1e-6 });
    return Array.from(run.overlaps!.data);
  });
  expectTheory(averages, limit);
  for (const k of [1, 2]) expect(Math.abs(averages.mean[k]!)).toBeLessThan(0.03);
});

test.each([
  [1.5, "nothing"],
  [4, "both directions"],
] as const)(
  "sign(z1 z2) at alpha = %d from a random start: %s, the threshold being pi^2/4",
  (ratio, _found) => {
    const channel = signProduct();
    const averages = overSeeds(SEEDS, (seed) => {
      const { F, y, truth, random } = planted2(600, ratio, seed);
      const start = gaussianDesign(2, 600, 1, random.split("start"));
      const run = multiIndexAmp(F, y, { channel, start, truth, tolerance: 1e-6, maximumIterations: 50 });
      return singularValues(run.overlaps!.data);
    });
    if (ratio < multiIndexWeakRecovery(channel)) expect(Math.max(...averages.mean)).toBeLessThan(0.1);
    else expectTheory(averages, [0.643, 0.643]);
  },
);
