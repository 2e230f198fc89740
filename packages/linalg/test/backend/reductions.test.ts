import { describe, expect, test } from "vitest";
import type { Backend, Bidiagonal, RowPanel } from "../../src/backend/backend.ts";
import { tridiagonalEigenvalues } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference, wigner } from "../backends.ts";

/** The singular values of a bidiagonal matrix, with both signs. */
function singularValuesOf({ diagonal, offDiagonal }: Bidiagonal): Float64Array {
  const beside = Float64Array.from({ length: 2 * diagonal.length - 1 }, (_, i) =>
    i % 2 === 0 ? diagonal[i / 2]! : offDiagonal[(i - 1) / 2]!,
  );
  return tridiagonalEigenvalues(new Float64Array(beside.length + 1), beside).values;
}

/** The rows of a panel of Gaussians, reduced where the backend keeps its arrays. */
function reduced(
  backend: Backend,
  panel: Pick<RowPanel, "cols" | "start" | "end" | "rank">,
  data: Float64Array,
) {
  const { cols, rank, start, end } = panel;
  const capacity = rank + end - start;
  return backend.withArrays([data.length, capacity * cols], (X, vectors) => {
    X.set(data);
    vectors.fill(0);
    const tau = new Float64Array(capacity);
    const least = new Float64Array(data.length / cols).fill(1e-9);
    const kept = backend.reducePanel({ ...panel, X, vectors, tau, least });
    return { kept, tau, X: X.slice(), vectors: vectors.slice() };
  });
}

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  test.each([1, 2, 3, 23, 24, 25, 48, 60, 130])(
    "order %i is reduced to a bidiagonal form with the singular values of the reference's",
    (n) => {
      const { data } = gaussianMatrix("bidiagonal", n, n);
      const expected = singularValuesOf(reference.bidiagonalise(n, data));
      const inPlace = backend.withArrays([n * n], (A) => {
        A.set(data);
        return backend.bidiagonalise(n, A);
      });
      for (const form of [backend.bidiagonalise(n, data), inPlace])
        expect(largestDifference(singularValuesOf(form), expected)).toBeLessThan(1e-14 * n);
    },
  );

  test("the bidiagonal form has the matrix's norm, also where columns and rows are zero", () => {
    const { data } = gaussianMatrix("zeros", 50, 50);
    for (let i = 0; i < 50; i++) for (const j of [0, 7, 49]) data[i * 50 + j] = data[j * 50 + i] = 0;
    const { diagonal, offDiagonal } = backend.bidiagonalise(50, data);
    expect(Math.hypot(...diagonal, ...offDiagonal)).toBeCloseTo(Math.hypot(...data), 11);
  });

  test.each([24, 25, 48, 49])("order %i is reduced in place as elsewhere", (n) => {
    const { data } = wigner("in place", n);
    const elsewhere = backend.tridiagonalise(n, data);
    const upper = (A: Float64Array) => A.filter((_, at) => at % n > Math.floor(at / n));
    backend.withArrays([n * n], (A) => {
      A.set(data);
      const inPlace = backend.tridiagonalise(n, A);
      expect(inPlace.diagonal).toEqual(elsewhere.diagonal);
      expect(inPlace.offDiagonal).toEqual(elsewhere.offDiagonal);
      expect(inPlace.tau).toEqual(elsewhere.tau);
      expect(upper(inPlace.reflectors)).toEqual(upper(elsewhere.reflectors));
    });
  });

  test.each([
    { rank: 0, start: 0, end: 5 },
    { rank: 2, start: 3, end: 12 },
    { rank: 10, start: 1, end: 12 },
  ])(
    "rows $start to $end are reduced from column $rank on, and rows that are too short passed over",
    (panel) => {
      const cols = 13;
      const data = gaussianMatrix("panel", 12, cols).data;
      data.fill(0, 4 * cols, 5 * cols);
      data.copyWithin(7 * cols, 6 * cols, 7 * cols);
      const [got, expected] = [backend, reference].map((each) => reduced(each, { ...panel, cols }, data));
      expect(got!.kept).toEqual(expected!.kept);
      for (const part of ["X", "vectors", "tau"] as const)
        expect(largestDifference(got![part], expected![part])).toBeLessThan(1e-12);
    },
  );
});
