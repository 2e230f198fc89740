import { expect, test } from "vitest";
import { fittedExponent, growthRows } from "../src/bench/growth.ts";
import type { JobResult } from "../src/bench/race.ts";

const standing = (label: string, median: number) => ({
  label,
  seconds: { median, low: median, high: median },
  rounds: 1,
});
const result = (N: number): JobResult => ({
  name: `job N=${N}`,
  work: { amount: 1, unit: "GB/s" },
  standings: [standing("NumPy", 1), standing("wasm", 1e-9 * N ** 2)],
  failures: [],
});
const sizes = [1000, 2000, 4000].map((N) => ({
  N,
  job: `job N=${N}`,
  bytes: { wasm: 8 * N ** 2, native: 0 },
}));

test("a power law is its exponent", () => {
  expect(
    fittedExponent([
      [1, 3],
      [2, 24],
      [4, 192],
    ]),
  ).toBeCloseTo(3, 12);
});

test("cost against size: time, memory and exponent of those who ran everywhere", () => {
  expect(growthRows({ name: "job", sizes }, [1000, 2000].map(result))).toEqual([
    ["job: N", "wasm"],
    ["1000", "1.00 ms, 8.00 MB"],
    ["2000", "4.00 ms, 32.0 MB"],
    ["fitted exponent of the time", "2.00"],
  ]);
});

test("one size says nothing of growth", () => {
  expect(growthRows({ name: "job", sizes }, [result(4000)])).toEqual([]);
});
