import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNpz, toFloat64, writeNpy } from "@onsager/datasets";
import { stream } from "@onsager/random";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./helpers/run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onsager-data-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const N = 300;
const D = 0.4;

/** Y = sqrt(D) Z + x x^T/sqrt(N) with a random sign in every entry of x, as a file. */
function wignerFile(): { readonly file: string; readonly truth: Float64Array } {
  const random = stream(5);
  const truth = Float64Array.from({ length: N }, () => (random.uniform() < 0.5 ? -1 : 1));
  const data = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < i; j++) {
      data[i * N + j] = data[j * N + i] =
        Math.sqrt(D) * random.normal() + (truth[i]! * truth[j]!) / Math.sqrt(N);
    }
  }
  const file = join(folder, "Y.npy");
  writeFileSync(file, writeNpy({ shape: [N, N], data }));
  return { file, truth };
}

test("recover estimates signs and noise of a matrix, and says its uncertainty", async () => {
  const { file, truth } = wignerFile();
  const out = join(folder, "x.npz");
  const { code, out: text } = await run([
    "recover",
    file,
    "--model",
    "wigner",
    "--prior",
    "rademacher",
    "--out",
    out,
    "--json",
  ]);
  const { status, learnt, factors } = JSON.parse(text);
  expect([code, status]).toEqual([0, "converged"]);
  // The mean square of N(N - 1)/2 entries: a relative error of sqrt(4/N^2), five of them.
  expect(Math.abs(learnt.variances[0] / D - 1)).toBeLessThan((5 * 2) / N);
  const estimate = toFloat64(readNpz(readFileSync(out)).x!);
  const product = estimate.reduce((sum, value, i) => sum + value * truth[i]!, 0);
  const overlap = product ** 2 / (N * estimate.reduce((sum, value) => sum + value * value, 0));
  // State evolution says 0.717; a single run of this size is within 0.15.
  expect(Math.abs(overlap - 0.717)).toBeLessThan(0.15);
  expect(Math.abs(factors.x.estimatedSquaredOverlap - overlap)).toBeLessThan(0.15);
});

test("spectrum reads the one spike of a matrix, and its strength", async () => {
  const { file } = wignerFile();
  const { out } = await run(["spectrum", file, "--json"]);
  const { kind, count, noiseVariance, components } = JSON.parse(out);
  expect([kind, count]).toEqual(["symmetric", 1]);
  expect(Math.abs(noiseVariance / D - 1)).toBeLessThan(0.05);
  // The outlier s + D/s has variance 2 D (1 - D)/N at s = 1, and moves by 1 - D with s.
  const error = Math.sqrt((2 * D) / ((1 - D) * N));
  expect(Math.abs(components[0].spike - 1)).toBeLessThan(5 * error);
  expect(Math.abs(components[0].squaredOverlaps.vector - (1 - D))).toBeLessThan(5 * 2 * D * error);
});

test("fit finds the law behind a curve and extrapolates it", async () => {
  const random = stream(6);
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) =>
    [100, 300, 1000, 3000, 10000].map(
      (n) => `${n},${2 * n ** -0.5 * Math.exp(0.03 * random.normal())},${seed}`,
    ),
  );
  const file = join(folder, "curve.csv");
  writeFileSync(file, `n,error,seed\n${rows.join("\n")}\n`);
  const line = `fit ${file} --x n --y error --by seed --law power-law --at 1e5 --samples 199 --json`;
  const { laws } = JSON.parse((await run(line.split(" "))).out);
  const [low, high] = laws[0].intervals.exponent;
  expect(low < 0.5 && 0.5 < high && high - low < 0.05).toBe(true);
  expect(laws[0].extrapolations[0].warning).toContain("outside of the data");
});

describe("wrong use ends with 2 and a line that helps", () => {
  test.each([
    ["recover nothing.npy --model wigner", "nothing.npy"],
    ["recover Y.npy --model wignr", 'unknown model "wignr"; did you mean wigner?'],
    ["recover Y.npy --model wigner --prior rademachr", "did you mean rademacher?"],
    ["recover Y.npy --model wigner --delta -1", "--delta must be positive, got -1"],
    ["recover Y.npy --model wigner --method guess", 'unknown method "guess"'],
    ["spectrum nothing.xls", "nothing.xls must be one of .npy, .npz, .csv, .parquet"],
    ["spectrum nothing.npy --level 2", "--level must be in (0, 1), got 2"],
    ["fit nothing.csv --x n --y error --law powr-law", "did you mean power-law?"],
    ["fit nothing.csv --x n", "--y"],
  ])("%s", async (line, message) => {
    const { code, out, err } = await run(line.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});
