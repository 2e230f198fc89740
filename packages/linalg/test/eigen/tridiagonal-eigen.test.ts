import { expect, test } from "vitest";
import { type Matrix, tridiagonalEigen, tridiagonalEigenvalues } from "../../src/index.ts";
import { gaussianMatrix, largestDifference } from "../backends.ts";
import { decompositionError, obliqueness } from "../decompositions/defects.ts";

function assembled(diagonal: Float64Array, off: Float64Array): Matrix {
  const n = diagonal.length;
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = diagonal[i]!;
  for (let i = 0; i + 1 < n; i++) data[i * (n + 1) + 1] = data[(i + 1) * n + i] = off[i]!;
  return { rows: n, cols: n, data };
}

/** 2 Wilkinson matrices beside each other, coupled by `glue`: eigenvalues in pairs that nearly coincide. */
function glued(glue: number): readonly [Float64Array, Float64Array] {
  const one = Array.from({ length: 41 }, (_, i) => Math.abs(i - 20));
  const off = new Float64Array(81).fill(1);
  off[40] = glue;
  return [Float64Array.from([...one, ...one]), off];
}

const examples: readonly (readonly [string, Float64Array, Float64Array])[] = [
  ["random", gaussianMatrix("d", 150, 1).data, gaussianMatrix("e", 149, 1).data],
  ["glued Wilkinson", ...glued(1e-9)],
  [
    "decoupled",
    gaussianMatrix("d", 100, 1).data,
    gaussianMatrix("e", 99, 1).data.map((x, i) => (i % 7 ? x : 0)),
  ],
  ["constant", new Float64Array(120).fill(2), new Float64Array(119).fill(-1)],
  ["off-diagonal alone", new Float64Array(90), new Float64Array(89).fill(3)],
  [
    "graded",
    ...([100, 99].map((k) => Float64Array.from({ length: k }, (_, i) => 10 ** (-i / 8))) as [
      Float64Array,
      Float64Array,
    ]),
  ],
];

test.each(examples)("the %s matrix is decomposed", (_, diagonal, off) => {
  const T = assembled(diagonal, off);
  const { values, vectors, convergence } = tridiagonalEigen(diagonal, off);
  expect(convergence.converged).toBe(true);
  expect(convergence.residual).toBeLessThanOrEqual(convergence.tolerance);
  expect(obliqueness(vectors)).toBeLessThan(1e-13);
  expect(decompositionError(T, vectors, values, vectors)).toBeLessThan(1e-13);
  const alone = tridiagonalEigenvalues(diagonal, off);
  expect(alone.convergence.converged).toBe(true);
  const size = Math.max(...values.map(Math.abs));
  expect(largestDifference(alone.values, values)).toBeLessThan(1e-13 * size);
});

test("the second difference of order n has eigenvalues 2 - 2 cos(pi j / (n + 1))", () => {
  const n = 200;
  const expected = Float64Array.from(
    { length: n },
    (_, j) => 2 - 2 * Math.cos((Math.PI * (j + 1)) / (n + 1)),
  );
  const args = [new Float64Array(n).fill(2), new Float64Array(n - 1).fill(-1)] as const;
  expect(largestDifference(tridiagonalEigenvalues(...args).values, expected)).toBeLessThan(1e-14);
  expect(largestDifference(tridiagonalEigen(...args).values, expected)).toBeLessThan(1e-14);
});

test("orders 1 and 2 have their closed forms", () => {
  expect([...tridiagonalEigenvalues(Float64Array.of(-3), new Float64Array()).values]).toEqual([-3]);
  expect(tridiagonalEigen(Float64Array.of(-3), new Float64Array()).vectors.data).toEqual(Float64Array.of(1));
  const { values } = tridiagonalEigen(Float64Array.of(1, 1), Float64Array.of(-2));
  expect(largestDifference(values, [-1, 3])).toBeLessThan(1e-15);
});

test.each([
  ["tridiagonalEigenvalues", tridiagonalEigenvalues],
  ["tridiagonalEigen", tridiagonalEigen],
] as const)("%s refuses lengths that do not fit and entries that are not finite", (name, decompose) => {
  expect(() => decompose(new Float64Array(), new Float64Array())).toThrow(
    `${name}: diagonal must have at least one entry, got 0`,
  );
  expect(() => decompose(new Float64Array(3), new Float64Array(3))).toThrow(
    `${name}: offDiagonal must have 2 entries, one less than diagonal, got 3`,
  );
  expect(() => decompose(Float64Array.of(1, 2), Float64Array.of(Number.NaN))).toThrow(
    `${name}: offDiagonal[0] must be finite, got NaN`,
  );
});
