import { expect, test } from "vitest";
import { topEigen } from "../../src/index.ts";
import { largestDifference } from "../backends.ts";
import {
  blockwise,
  diagonal,
  ends,
  orthogonalityError,
  sorted,
  trueResidual,
  withSpectrum,
} from "./operators.ts";

/** Six values at either end that are equal, or `gap` apart, about a bulk of 600 in [-1, 1]. */
function clusteredEnds(gap: number): readonly number[] {
  const cluster = Array.from({ length: 6 }, (_, i) => 3 + i * gap);
  return [
    ...cluster,
    ...cluster.map((value) => -value),
    ...Array.from({ length: 600 }, (_, i) => Math.sin(i)),
  ];
}

test.each(
  [0, 1e-6].flatMap((gap) => ends.flatMap((which) => [2, 6, 8].map((block) => ({ gap, which, block })))),
)("six values $gap apart are all found at the end $which with block $block", ({ gap, which, block }) => {
  const values = clusteredEnds(gap);
  const count = which === "magnitude" ? 12 : 6;
  const options = { count, which, block, tolerance: 1e-11 };
  const result = topEigen(diagonal(values), options);
  const expected = values.toSorted(sorted[which]).slice(0, count);
  expect(result.convergence.converged).toBe(true);
  expect(result.passes).toBeLessThan(300 / block);
  expect(largestDifference(result.values.map(Math.abs), expected.map(Math.abs))).toBeLessThan(1e-13);
  expect(result.values.filter((value) => value > 0)).toHaveLength(
    expected.filter((value) => value > 0).length,
  );
  expect(orthogonalityError(result.vectors)).toBeLessThan(1e-13);
});

test("of a multiplicity above the block at least a block of copies is found, and all pairs are eigenpairs", () => {
  const ladder = [3, 3, 3, 2, 1.5, 1.2, ...Array.from({ length: 200 }, (_, i) => 0.1 * Math.sin(i))];
  const A = withSpectrum("ladder", ladder, ladder.length);
  const { values, vectors, convergence } = topEigen(blockwise(A), { count: 4, block: 2, tolerance: 1e-9 });
  expect(convergence.converged).toBe(true);
  expect(largestDifference(values.subarray(0, 2), [3, 3])).toBeLessThan(1e-13);
  expect(trueResidual(A, values, vectors)).toBeLessThan(4e-9);
  const wide = topEigen(blockwise(A), { count: 4, block: 3, tolerance: 1e-9 });
  expect(largestDifference(wide.values, [3, 3, 3, 2])).toBeLessThan(1e-13);
});

test("an eigenvalue of multiplicity up to the block is found with all its copies in a stored matrix", () => {
  const n = 250;
  const values = Array.from({ length: n }, (_, i) => (i < 6 ? 3 : Math.sin(i)));
  const A = withSpectrum("multiple", values, n);
  const result = topEigen(blockwise(A), { count: 7, block: 8, tolerance: 1e-11 });
  expect(result.convergence.converged).toBe(true);
  expect(largestDifference(result.values.subarray(0, 6), new Float64Array(6).fill(3))).toBeLessThan(1e-13);
  expect(result.values[6]).toBeCloseTo(Math.max(...values.slice(6)), 12);
  expect(orthogonalityError(result.vectors)).toBeLessThan(1e-13);
});

test("a cluster of width 1e-9 is resolved in a stored matrix", () => {
  const n = 200;
  const values = Array.from({ length: n }, (_, i) => (i < 5 ? 2 + i * 1e-9 : Math.cos(i)));
  const A = withSpectrum("cluster", values, n);
  const result = topEigen(blockwise(A), { count: 5, tolerance: 1e-12 });
  expect(result.convergence.converged).toBe(true);
  expect(largestDifference(result.values, values.slice(0, 5).reverse())).toBeLessThan(1e-13);
});

test("equal sizes of both signs are both found", () => {
  const A = withSpectrum("signs", [5, -5, 4, -4, ...Array.from({ length: 96 }, (_, i) => Math.cos(i))], 100);
  const { values } = topEigen(blockwise(A), { count: 4, which: "magnitude", tolerance: 1e-11 });
  expect(largestDifference(values.map(Math.abs), [5, 5, 4, 4])).toBeLessThan(1e-13);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
});
