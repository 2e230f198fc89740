import { expect, test } from "vitest";
import { solve } from "../src/least-squares/solve.ts";
import { randomOf } from "./helpers/planted.ts";

test("solves what it is given, up to rounding", () => {
  const random = randomOf("solve");
  for (let p = 1; p <= 6; p++) {
    const B = Float64Array.from({ length: p * p }, () => random.normal());
    const A = B.map((_, at) => {
      const [i, j] = [Math.floor(at / p), at % p];
      return B.reduce(
        (sum, entry, k) => sum + (Math.floor(k / p) === i ? entry * B[j * p + (k % p)]! : 0),
        i === j ? 1 : 0,
      );
    });
    const x = Float64Array.from({ length: p }, () => random.normal());
    const b = x.map((_, i) => x.reduce((sum, entry, j) => sum + A[i * p + j]! * entry, 0));
    for (const [i, value] of solve(A, b)!.entries()) expect(value).toBeCloseTo(x[i]!, 10);
  }
});

test("says of a singular matrix, or one of another signature, that it has no solution", () => {
  expect(solve(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1))).toBeUndefined();
  expect(solve(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBeUndefined();
  expect(solve(Float64Array.of(Number.NaN), Float64Array.of(1))).toBeUndefined();
});
