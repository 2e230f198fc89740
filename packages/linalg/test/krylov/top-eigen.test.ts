import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  blockKrylovSteps,
  type Matrix,
  prepare,
  symmetricEigen,
  topEigen,
  type Which,
} from "../../src/index.ts";
import { comparedBackends, largestDifference, reference, wigner } from "../backends.ts";
import { identity } from "../decompositions/defects.ts";
import {
  blockwise,
  diagonal,
  ends,
  frame,
  orthogonalityError,
  sorted,
  trueResidual,
  withSpectrum,
} from "./operators.ts";
import { regeneratedWigner } from "./regenerated-wigner.ts";

/** The wanted eigenvalues from the full decomposition. */
function expectedValues(A: Matrix, which: Which, count: number): Float64Array {
  return symmetricEigen(A).values.slice().sort(sorted[which]).slice(0, count);
}

/** A Wigner matrix with three spikes above its edge 2 and one below. */
function spiked(n: number): Matrix {
  const W = wigner("spiked", n);
  const spikes = withSpectrum("spikes", [4, 3, 2.5, -3.5], n);
  return { ...W, data: W.data.map((value, at) => value + spikes.data[at]!) };
}

describe("topEigen equals the full decomposition", () => {
  test.each(
    ends.flatMap((which) =>
      [
        { which, name: "Wigner", A: wigner("A", 200) },
        { which, name: "spiked", A: spiked(300) },
      ].flatMap((problem) => [1, 3, 15].map((block) => ({ ...problem, block }))),
    ),
  )("$which of a $name matrix with block $block", ({ which, A, block }) => {
    const tolerance = 1e-10;
    const result = topEigen(blockwise(A), { count: 5, which, block, tolerance, maximumPasses: 500 });
    expect(result.convergence.converged).toBe(true);
    expect(largestDifference(result.values, expectedValues(A, which, 5))).toBeLessThan(1e-12);
    expect(trueResidual(A, result.values, result.vectors)).toBeLessThan(tolerance * 5 + 1e-13);
    expect(orthogonalityError(result.vectors)).toBeLessThan(1e-13);
  });

  test.each([...comparedBackends(), reference])("with the kernels of $name ($detail)", (backend) => {
    const A = wigner("B", 90);
    using operator = prepare(A, { symmetric: true, backend });
    const { values, convergence } = topEigen(operator, { count: 4, tolerance: 1e-11, backend });
    expect(convergence.converged).toBe(true);
    expect(largestDifference(values, expectedValues(A, "largest", 4))).toBeLessThan(1e-12);
  });

  test.each([2, 5, 12])("restarted again and again, with block %i", (block) => {
    const A = wigner("C", 400);
    const options = { count: 4, block, maximumBasis: 4 + 4 * block, maximumPasses: 2000, tolerance: 1e-10 };
    const result = topEigen(blockwise(A), options);
    expect(result.convergence.converged).toBe(true);
    expect(result.passes).toBeGreaterThan(20);
    expect(largestDifference(result.values, expectedValues(A, "largest", 4))).toBeLessThan(1e-12);
    expect(trueResidual(A, result.values, result.vectors)).toBeLessThan(3e-10);
  });

  test("all pairs of a small matrix", () => {
    const A = wigner("D", 9);
    const { values, vectors } = topEigen(blockwise(A), { count: 9, which: "smallest" });
    expect(largestDifference(values, symmetricEigen(A).values)).toBeLessThan(1e-14);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-14);
    expect(topEigen(diagonal([-7]), { count: 1 }).values).toEqual(Float64Array.of(-7));
  });
});

describe("a Krylov space that ends", () => {
  test("the identity is done after one pass, whatever its order", () => {
    const operator = diagonal(new Float64Array(300).fill(1));
    const result = topEigen(operator, { count: 6, tolerance: 0 });
    expect(largestDifference(result.values, new Float64Array(6).fill(1))).toBeLessThan(1e-14);
    expect(result).toMatchObject({ passes: 1, convergence: { converged: true, residual: 0, iterations: 1 } });
    expect(operator.counts.vectors).toBe(16);
  });

  test("a block smaller than `count` is filled up until as many directions were tried", () => {
    const result = topEigen(diagonal(new Float64Array(50).fill(2)), { count: 6, block: 2 });
    expect(largestDifference(result.values, new Float64Array(6).fill(2))).toBeLessThan(1e-14);
    expect(orthogonalityError(result.vectors)).toBeLessThan(1e-14);
  });

  test("the zero operator has zeros and orthonormal vectors", () => {
    const { values, vectors, convergence } = topEigen(diagonal(new Float64Array(40)), { count: 3 });
    expect([...values].map(Math.abs)).toEqual([0, 0, 0]);
    expect(convergence).toMatchObject({ converged: true, residual: 0 });
    expect(orthogonalityError(vectors)).toBeLessThan(1e-14);
  });

  test.each(ends)("rank 3 with %s of 5 is exact after three passes", (which) => {
    const A = withSpectrum("low rank", [2, -1, 0.5], 120);
    const result = topEigen(blockwise(A), { count: 5, which, tolerance: 0 });
    const spectrum = Float64Array.from({ length: 120 }, (_, i) => [2, -1, 0.5][i] ?? 0).sort(sorted[which]);
    expect(largestDifference(result.values, spectrum.slice(0, 5))).toBeLessThan(1e-14);
    expect(result.convergence.converged).toBe(true);
    expect(result.passes).toBeLessThanOrEqual(3);
    expect(trueResidual(A, result.values, result.vectors)).toBeLessThan(1e-13);
  });

  test("the whole space is reached when the block does not divide the order", () => {
    const A = wigner("E", 50);
    const result = topEigen(blockwise(A), { count: 4, block: 16, tolerance: 0 });
    expect(result.passes).toBe(4);
    expect(largestDifference(result.values, expectedValues(A, "largest", 4))).toBeLessThan(1e-13);
  });
});

describe("passes, states and ends", () => {
  test("a diagonal operator of order 20000 is never stored", () => {
    const n = 20_000;
    const operator = diagonal(Float64Array.from({ length: n }, (_, i) => (i < 3 ? 10 - i : Math.sin(i))));
    const result = topEigen(operator, { count: 3 });
    expect(largestDifference(result.values, [10, 9, 8])).toBeLessThan(1e-12);
    expect(operator.counts.vectors).toBe(result.passes * 13);
  });

  test("a Wigner matrix that is drawn anew in each pass is the same one every time", () => {
    const n = 200;
    const operator = regeneratedWigner(stream(3), frame("spike", 1, n), [3]);
    const A = { rows: n, cols: n, data: new Float64Array(n * n) };
    operator.applyBlock?.(identity(n), A);
    const { values } = topEigen(operator, { count: 3, tolerance: 1e-10 });
    expect(largestDifference(values, expectedValues(A, "largest", 3))).toBeLessThan(1e-13);
  });

  test("a basis too large for one product is taken in parts", () => {
    const n = 300_000;
    const values = Float64Array.from({ length: n }, (_, i) => (i < 3 ? 20 - 5 * i : Math.sin(i)));
    const result = topEigen(diagonal(values), { count: 3, block: 3, maximumBasis: 34, tolerance: 1e-10 });
    expect(result.convergence.converged).toBe(true);
    expect(result.passes).toBeGreaterThan(9);
    expect(largestDifference(result.values, [20, 15, 10])).toBeLessThan(1e-12);
    expect(orthogonalityError(result.vectors)).toBeLessThan(1e-13);
  });

  test("a pass is one application to a block, also of an operator that takes blocks", () => {
    const operator = blockwise(wigner("F", 150));
    const states = [...blockKrylovSteps(operator, { count: 2, maximumPasses: 6, tolerance: 0 })];
    expect(states.map(({ passes }) => passes)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(states.map(({ dimension }) => dimension)).toEqual([12, 24, 36, 48, 60, 72]);
    expect(operator.counts).toEqual({ blocks: 6, vectors: 72 });
  });

  test("Ritz values rise from state to state, and the residual is that of the vectors", () => {
    const A = wigner("G", 200);
    let before = Number.NEGATIVE_INFINITY;
    for (const state of blockKrylovSteps(blockwise(A), { count: 3, tolerance: 1e-9 })) {
      expect(state.values[2]).toBeGreaterThan(before - 1e-13);
      before = state.values[2]!;
      const residual = trueResidual(A, state.values, state.vectors());
      const size = Math.max(...state.residuals) * 2;
      expect(residual).toBeLessThan(size * 1.2 + 1e-13);
    }
  });

  test("not to converge is a result with the best pairs so far", () => {
    const A = wigner("H", 300);
    const result = topEigen(blockwise(A), { count: 3, maximumPasses: 3, tolerance: 1e-10 });
    const { converged, iterations, residual, tolerance } = result.convergence;
    expect({ converged, iterations, tolerance }).toEqual({
      converged: false,
      iterations: 3,
      tolerance: 1e-10,
    });
    expect(residual).toBeGreaterThan(1e-3);
    expect(residual).toBe(Math.max(...result.residuals));
    expect(result.values[0]).toBeLessThan(expectedValues(A, "largest", 1)[0]!);
  });

  test("a start near the eigenvectors saves passes, and a wrong one does not mislead", () => {
    const A = wigner("I", 300);
    const options = { count: 3, tolerance: 1e-9 };
    const cold = topEigen(blockwise(A), options);
    const warm = topEigen(blockwise(A), { ...options, start: cold.vectors });
    expect(warm.convergence.converged).toBe(true);
    expect(warm.passes).toBeLessThan(cold.passes / 2);
    const low = topEigen(blockwise(A), { ...options, which: "smallest" });
    const misled = topEigen(blockwise(A), { ...options, start: low.vectors });
    expect(largestDifference(misled.values, cold.values)).toBeLessThan(1e-12);
    const same = { rows: 3, cols: 300, data: new Float64Array(900).fill(1) };
    const dependent = topEigen(blockwise(A), { ...options, start: same });
    expect(largestDifference(dependent.values, cold.values)).toBeLessThan(1e-12);
  });

  test("the stream decides the start, and without one it is always the same", () => {
    const operator = blockwise(wigner("J", 100));
    const options = { count: 2, maximumPasses: 3 };
    const run = (seed?: number) =>
      topEigen(operator, options, seed === undefined ? undefined : stream(seed)).values;
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
    expect(run()).toEqual(run());
  });

  test("a signal ends the run between passes with its reason", () => {
    const controller = new AbortController();
    const A = blockwise(wigner("K", 100));
    const applyBlock: typeof A.applyBlock = (X, out) => {
      A.applyBlock?.(X, out);
      if (A.counts.blocks === 2) controller.abort(new Error("enough"));
    };
    const options = { count: 2, tolerance: 0, signal: controller.signal };
    expect(() => topEigen({ ...A, applyBlock }, options)).toThrow("enough");
    expect(A.counts.blocks).toBe(2);
    expect(() => topEigen(A, options)).toThrow("enough");
    expect(A.counts.blocks).toBe(2);
  });
});

describe("bad input", () => {
  const A = diagonal([1, 2, 3, 4, 5]);
  test.each([
    [{ count: 0 }, "count must be an integer from 1 to 5, got 0"],
    [{ count: 6 }, "count must be an integer from 1 to 5, got 6"],
    [{ count: Number.NaN }, "count must be an integer from 1 to 5, got NaN"],
    [{ count: 2, block: 0 }, "block must be an integer from 1 to 5, got 0"],
    [{ count: 2, block: 6 }, "block must be an integer from 1 to 5, got 6"],
    [{ count: 1, block: 1, maximumBasis: 2 }, "maximumBasis must be an integer from 3 to 4294967295, got 2"],
    [{ count: 2, maximumPasses: 0 }, "maximumPasses must be an integer from 1 to 4294967295, got 0"],
    [
      { count: 5, block: 2, maximumPasses: 2 },
      "maximumPasses must be an integer from 3 to 4294967295, got 2",
    ],
    [{ count: 2, tolerance: Number.NaN }, "tolerance must be in [0, 1), got NaN"],
  ])("%o is out of range", (options, message) => {
    expect(() => blockKrylovSteps(A, options)).toThrow(new RangeError(`blockKrylovSteps: ${message}`));
    expect(A.counts.vectors).toBe(0);
  });

  test("shapes and kinds are checked before any work", () => {
    expect(() => topEigen({ ...A, rows: 4 }, { count: 1 })).toThrow("operator must be square, got 4 x 5");
    expect(() => topEigen(A, { count: 1, which: "top" as Which })).toThrow(
      'which must be one of largest, smallest, magnitude, got "top"',
    );
    expect(() => topEigen(A, { count: 1, start: frame("s", 1, 4) })).toThrow("start.cols must be 5, got 4");
    expect(() => topEigen(A, { count: 1, block: 1, start: frame("s", 2, 5) })).toThrow(
      "block must be an integer from 2 to 5, got 1",
    );
    const operator = { rows: 5, cols: 5 } as typeof A;
    expect(() => topEigen(operator, { count: 1 })).toThrow("operator.apply must be a function");
    expect(A.counts.vectors).toBe(0);
  });

  test("NaN from the operator is named", () => {
    expect(() => topEigen(diagonal([1, Number.NaN, 3]), { count: 1 })).toThrow(
      new RangeError("topEigen: the operator's product[1] must be a finite number, got NaN"),
    );
  });

  test("an operator that is not symmetric is noticed, unless asked not to", () => {
    const rotation = {
      rows: 2,
      cols: 2,
      apply: (x: Float64Array, out: Float64Array) => out.set([x[1]!, -x[0]!]),
    };
    expect(() => topEigen(rotation, { count: 1 })).toThrow("operator must be symmetric, got <x, A y> =");
    expect(() => topEigen(rotation, { count: 1, checkSymmetry: false })).not.toThrow();
  });
});
