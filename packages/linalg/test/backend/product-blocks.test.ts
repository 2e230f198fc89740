import { describe, expect, test } from "vitest";
import type { Backend, Product } from "../../src/backend/backend.ts";
import { nativeBackend } from "../../src/backend/native/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";

/** Entries around every block, which no product may change. */
const STRIDE = 333;
const arrays = new Map<string, Float64Array>();
const drawn = (label: string): Float64Array => gaussianMatrix(label, 340, STRIDE).data;

function array(label: string): Float64Array {
  if (!arrays.has(label)) arrays.set(label, drawn(label));
  return arrays.get(label)!.slice();
}

/** Small and large, long and thin: copied whole, by rows and entry by entry; inside and across the kernels' blocks. */
const shapes = [
  [1, 1, 1],
  [3, 5, 0],
  [4, 4, 4],
  [5, 9, 257],
  [7, 300, 2],
  [129, 17, 33],
  [130, 70, 300],
  [20, 20, 20],
] as const;

function got(backend: Backend, problem: Omit<Product, "C">): Float64Array {
  const C = array("C");
  backend.product({ ...problem, C });
  return C;
}

/** The array without what is below the diagonal of its m x n block. */
function withoutLower(C: Float64Array, { m, cOffset = 0 }: Pick<Product, "m" | "cOffset">): Float64Array {
  const out = C.slice();
  for (let i = 0; i < m; i++) out.fill(0, cOffset + i * STRIDE, cOffset + i * STRIDE + i);
  return out;
}

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  describe.each(shapes)("a product of %i x %i x %i", (m, n, k) => {
    const views = (row: number) => ({
      rows: { data: array("A"), offset: row * STRIDE + 3, rowStride: STRIDE, colStride: 1 },
      columns: { data: array("A"), offset: row * STRIDE + 5, rowStride: 1, colStride: STRIDE },
      every: { data: array("A"), offset: row, rowStride: STRIDE, colStride: 1 },
    });
    const cOffset = 2 * STRIDE + 7;

    test.each([false, true])(
      "into a block of an array, of blocks of arrays; accumulate: %s",
      (accumulate) => {
        const { rows, columns } = views(4);
        for (const A of [rows, columns])
          for (const B of [rows, columns]) {
            const problem = { m, n, k, alpha: -0.7, A, B, cOffset, cStride: STRIDE, accumulate };
            const expected = got(reference, problem);
            expect(largestDifference(got(backend, problem), expected)).toBeLessThan(1e-14 * (k + 1));
          }
      },
    );

    test("adds in f32 to single precision", () => {
      const { rows, columns } = views(4);
      const f32 = ({ data, ...view }: typeof rows) => ({ ...view, data: Float32Array.from(data) });
      const problem = { m, n, k, alpha: 1, cOffset, cStride: STRIDE, accumulate: true };
      const C = Float32Array.from(array("C"));
      backend.product({ ...problem, A: f32(rows), B: f32(columns), C });
      const expected = got(reference, { ...problem, A: rows, B: columns });
      expect(largestDifference(C, expected)).toBeLessThan(2 ** -22 * (k + 1));
    });

    test("with weights adds their sum", () => {
      const { rows, columns } = views(4);
      const weights = gaussianMatrix("w", k, 1).data;
      const problem = { m, n, k, alpha: 1.5, A: columns, B: rows, weights };
      const block = { cOffset, cStride: STRIDE, accumulate: true };
      const expected = got(reference, { ...problem, ...block });
      expect(largestDifference(got(backend, { ...problem, ...block }), expected)).toBeLessThan(
        1e-13 * (k + 1),
      );
    });

    test.each([false, true])(
      "of the transpose with itself, upper triangle alone; accumulate: %s",
      (accumulate) => {
        for (const weights of [undefined, gaussianMatrix("w", k, 1).data]) {
          const { rows } = views(4);
          const A = { ...rows, rowStride: 1, colStride: STRIDE };
          const size = { m, n: m, k, alpha: 2, cOffset, cStride: STRIDE };
          const problem = { ...size, A, B: rows, upper: true, accumulate, ...(weights && { weights }) };
          const expected = withoutLower(got(reference, problem), problem);
          const result = withoutLower(got(backend, problem), problem);
          expect(largestDifference(result, expected)).toBeLessThan(1e-13 * (k + 1));
        }
      },
    );

    test("of a block and another of the same array into a third", () => {
      const data = array("shared");
      const other = data.slice();
      const place = (each: Float64Array) => ({
        A: { data: each, offset: 0, rowStride: 1, colStride: 2 },
        B: { data: each, offset: 10, rowStride: 3, colStride: 4 },
        C: each,
      });
      const [rows, columns, depth] = [Math.min(m, 9), Math.min(n, 9), Math.min(k, 9)];
      const size = { m: rows, n: columns, k: depth, alpha: 1, cOffset: 100 * STRIDE, cStride: STRIDE };
      backend.product({ ...size, ...place(data), accumulate: true });
      reference.product({ ...size, ...place(other), accumulate: true });
      expect(largestDifference(data, other)).toBeLessThan(1e-13);
    });
  });

  test.each([false, true])(
    "of more columns and rows than are placed at a time; accumulate: %s",
    (accumulate) => {
      const [m, n, k] = [37, 41, 3400];
      const [A, B] = [gaussianMatrix("long A", m, k).data, gaussianMatrix("long B", k, n).data];
      const [At, Bt] = [gaussianMatrix("long A", k, m).data, gaussianMatrix("long B", n, k).data];
      const weights = gaussianMatrix("w", k, 1).data;
      const lefts = [
        { data: A, rowStride: k, colStride: 1 },
        { data: At, rowStride: 1, colStride: m },
      ];
      const rights = [
        { data: B, rowStride: n, colStride: 1 },
        { data: Bt, rowStride: 1, colStride: k },
      ];
      for (const [i, A] of lefts.entries()) {
        const B = rights[i]!;
        const problem = { m, n, k, alpha: 0.3, A, B, weights, accumulate, cStride: STRIDE };
        const expected = got(reference, problem);
        expect(largestDifference(got(backend, problem), expected)).toBeLessThan(1e-11);
        const f32 = (view: typeof A) => ({ ...view, data: Float32Array.from(view.data) });
        const C = Float32Array.from(array("C"));
        backend.product({ ...problem, A: f32(A), B: f32(B), weights: Float32Array.from(weights), C });
        expect(largestDifference(C, expected)).toBeLessThan(2 ** -22 * k);
      }
    },
  );

  test("of a long matrix with itself, upper triangle alone", () => {
    const [n, k] = [60, 3000];
    const data = gaussianMatrix("long X", k, n).data;
    const A = { data, rowStride: 1, colStride: n };
    const B = { data, rowStride: n, colStride: 1 };
    const size = { m: n, n, k, alpha: 0.3, cStride: STRIDE, weights: gaussianMatrix("w", k, 1).data };
    for (const right of [B, { ...B, data: data.slice() }]) {
      const problem = { ...size, A, B: right, upper: true };
      const result = withoutLower(got(backend, problem), problem);
      const expected = withoutLower(got(reference, problem), problem);
      expect(largestDifference(result, expected)).toBeLessThan(1e-11);
    }
  });

  test("of a square matrix with itself, with its transpose, and of two parts of one array", () => {
    const data = array("square");
    const plain = { data, offset: 11, rowStride: STRIDE, colStride: 1 };
    const turned = { data, offset: 11, rowStride: 1, colStride: STRIDE };
    const lower = { ...plain, offset: 11 + STRIDE };
    for (const A of [plain, turned])
      for (const B of [plain, turned, lower]) {
        const problem = { m: 40, n: 40, k: 40, alpha: 1, A, B, cOffset: 0, cStride: STRIDE };
        const expected = got(reference, problem);
        expect(largestDifference(got(backend, problem), expected)).toBeLessThan(1e-12);
      }
  });

  test("of factors with nothing in common is zero, or nothing is added", () => {
    const empty = { data: new Float64Array(0), rowStride: 1, colStride: 1 };
    const size = { m: 5, n: 6, k: 0, alpha: 1, A: empty, B: empty };
    const C = new Float64Array(30).fill(7);
    backend.product({ ...size, C, accumulate: true });
    expect(new Set(C)).toEqual(new Set([7]));
    backend.product({ ...size, C });
    expect(new Set(C)).toEqual(new Set([0]));
  });
});

test.runIf(nativeBackend())(
  "OpenBLAS leaves what is outside of an accumulated triangle's block as it was",
  () => {
    const A = { data: array("A"), rowStride: 1, colStride: STRIDE };
    const B = { data: array("A"), rowStride: STRIDE, colStride: 1 };
    const problem = { m: 50, n: 50, k: 60, alpha: 1, A, B, upper: true, cOffset: 9, cStride: STRIDE };
    const [before, after] = [array("C"), got(nativeBackend()!, problem)];
    for (let at = 0; at < 9; at++) expect(after[at]).toBe(before[at]);
    for (let at = 9 + 50; at < 9 + STRIDE; at++) expect(after[at]).toBe(before[at]);
  },
);
