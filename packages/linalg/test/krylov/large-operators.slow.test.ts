import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { type Matrix, prepare, topEigen } from "../../src/index.ts";
import { largestDifference } from "../backends.ts";
import arpack from "../fixtures/top-eigen.json";
import { ends, frame, orthogonalityError, trueResidual } from "./operators.ts";
import { regeneratedWigner } from "./regenerated-wigner.ts";

/** u in (-1, 1) from the finaliser of MurmurHash3. */
function uniform(counter: number): number {
  let h = Math.imul(counter, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (((h ^ (h >>> 16)) >>> 0) + 0.5) / 2 ** 31 - 1;
}

/** The matrix of fixtures/top-eigen.py, with the same bits. */
function hashedWigner(n: number): Matrix {
  const data = new Float64Array(n * n);
  const scale = Math.sqrt(3 / n);
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) data[i * n + j] = data[j * n + i] = uniform(i * n + j + 1) * scale;
  return { rows: n, cols: n, data };
}

test("ten values at each end of a matrix of order 5000 are ARPACK's", () => {
  const A = hashedWigner(5000);
  using operator = prepare(A, { symmetric: true });
  for (const which of ends) {
    const { values, vectors, convergence } = topEigen(operator, { count: 10, which });
    expect(convergence).toMatchObject({ converged: true, tolerance: 1e-8 });
    expect(largestDifference(values, arpack[which]), which).toBeLessThan(2e-12);
    expect(trueResidual(A, values, vectors)).toBeLessThan(2e-8);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-12);
  }
});

test("the spikes of an operator of order 10000 that is never stored are where theory has them", () => {
  const n = 10_000;
  const spikes = [6, 4];
  const directions = frame("spikes", 2, n);
  const operator = regeneratedWigner(stream(11).split("wigner"), directions, spikes);
  const { values, vectors, passes, convergence } = topEigen(operator, {
    count: 2,
    block: 4,
    tolerance: 1e-5,
  });
  expect(convergence.converged).toBe(true);
  expect(passes).toBeLessThan(14);
  for (const [j, spike] of spikes.entries()) {
    // A spike s above 1 has the eigenvalue s + 1/s with variance 2 (1 - 1/s^2)/n, and the squared overlap 1 - 1/s^2.
    const error = Math.sqrt((2 * (1 - spike ** -2)) / n);
    expect(Math.abs(values[j]! - spike - 1 / spike)).toBeLessThan(5 * error);
    const overlap = vectors.data
      .subarray(j * n, (j + 1) * n)
      .reduce((sum, value, i) => sum + value * directions.data[j * n + i]!, 0);
    expect(Math.abs(overlap ** 2 - 1 + spike ** -2)).toBeLessThan(5 / Math.sqrt(n));
  }
  const image = { ...vectors, data: new Float64Array(2 * n) };
  operator.applyBlock?.(vectors, image);
  const left = image.data.map((value, at) => value - values[Math.floor(at / n)]! * vectors.data[at]!);
  for (const j of [0, 1]) expect(Math.hypot(...left.subarray(j * n, (j + 1) * n))).toBeLessThan(7e-5);
});
