import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { fillNormal, gemm, prepare, type Tridiagonal, weightedGram } from "../../src/index.ts";
import {
  comparedBackends,
  gaussianMatrix,
  largestDifference,
  reference,
  single,
  wigner,
} from "../backends.ts";

/** Sizes around the tiles (4 rows, 4 or 8 columns) and the blocks (128 rows, 256 deep) of the kernels. */
const shapes = [
  [1, 1, 1],
  [3, 5, 2],
  [4, 4, 4],
  [5, 9, 257],
  [129, 17, 33],
  [130, 70, 300],
] as const;

/** H_0 ... H_{n-2} T H_{n-2} ... H_0, H_j = I - tau_j v_j v_j^T. */
function reassembled(n: number, { diagonal, offDiagonal, reflectors, tau }: Tridiagonal): Float64Array {
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) A[i * n + i] = diagonal[i]!;
  for (let i = 0; i + 1 < n; i++) A[i * n + i + 1] = A[(i + 1) * n + i] = offDiagonal[i]!;
  for (let j = n - 2; j >= 0; j--) {
    const v = reflectors.subarray(j * n, (j + 1) * n).map((value, at) => (at > j ? value : 0));
    for (const stride of [1, n])
      for (let line = 0; line < n; line++) {
        const start = line * (stride === 1 ? n : 1);
        let dot = 0;
        for (let i = 0; i < n; i++) dot += v[i]! * A[start + i * stride]!;
        for (let i = 0; i < n; i++) A[start + i * stride]! -= tau[j]! * dot * v[i]!;
      }
  }
  return A;
}

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  test.each(shapes)("gemm of %i x %i x %i equals the reference, transposed too", (m, n, k) => {
    const [A, B] = [gaussianMatrix("A", m, k), gaussianMatrix("B", k, n)];
    const [At, Bt] = [gaussianMatrix("At", k, m), gaussianMatrix("Bt", n, k)];
    for (const [left, right, transposeA, transposeB] of [
      [A, B, false, false],
      [At, B, true, false],
      [A, Bt, false, true],
      [At, Bt, true, true],
    ] as const) {
      const options = { transposeA, transposeB, alpha: -0.7 };
      const expected = gemm(left, right, { ...options, backend: reference });
      const got = gemm(left, right, { ...options, backend });
      expect(largestDifference(got.data, expected.data)).toBeLessThan(1e-14 * k);
    }
  });

  test("gemm in f32 equals the f64 product to single precision", () => {
    const [A, B] = [gaussianMatrix("A", 70, 300), gaussianMatrix("B", 300, 21)];
    const expected = gemm(single(A), single(B), { backend: reference });
    const got = gemm(single(A), single(B), { backend });
    expect(got.data).toBeInstanceOf(Float32Array);
    expect(largestDifference(got.data, expected.data)).toBeLessThan(300 * 2 ** -22);
  });

  test.each([1, 3, 4, 37, 140])(
    "the weighted Gram matrix of 301 x %i equals the reference, with weights of both signs",
    (d) => {
      const X = gaussianMatrix("X", 301, d);
      const weights = gaussianMatrix("w", 301, 1).data;
      const expected = weightedGram(X, { weights, alpha: 1 / 301, backend: reference });
      const got = weightedGram(X, { weights, alpha: 1 / 301, backend });
      expect(largestDifference(got.data, expected.data)).toBeLessThan(1e-14);
      const plain = weightedGram(X, { backend });
      expect(largestDifference(plain.data, gemm(X, X, { transposeA: true, backend }).data)).toBeLessThan(
        1e-11,
      );
    },
  );

  test.each([
    [1, 1],
    [5, 3],
    [4, 8],
    [7, 130],
    [130, 7],
  ])("prepared products of %i x %i equal the reference, f64 and f32", (rows, cols) => {
    for (const A of [gaussianMatrix("A", rows, cols), single(gaussianMatrix("A", rows, cols))]) {
      using got = prepare(A, { backend });
      using expected = prepare(A, { backend: reference });
      const [x, y] = [gaussianMatrix("x", cols, 1).data, gaussianMatrix("y", rows, 1).data];
      const [out, back] = [new Float64Array(rows), new Float64Array(cols)];
      const [wantedOut, wantedBack] = [new Float64Array(rows), new Float64Array(cols)];
      got.apply(x, out);
      expected.apply(x, wantedOut);
      got.applyTranspose(y, back);
      expected.applyTranspose(y, wantedBack);
      expect(largestDifference(out, wantedOut)).toBeLessThan(1e-12);
      expect(largestDifference(back, wantedBack)).toBeLessThan(1e-12);
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 64, 131])(
    "the symmetric product of order %i reads one triangle",
    (n) => {
      const A = wigner("A", n);
      const half = {
        ...A,
        data: A.data.map((value, at) => (Math.floor(at / n) > at % n ? Number.MAX_VALUE : value)),
      };
      const x = gaussianMatrix("x", n, 1).data;
      const [out, expected] = [new Float64Array(n), new Float64Array(n)];
      using got = backend.prepare(half, true);
      got.apply(x, out);
      prepare(A, { backend: reference }).apply(x, expected);
      expect(largestDifference(out, expected)).toBeLessThan(1e-13);
      using singles = prepare(single(A), { symmetric: true, backend });
      singles.apply(x, out);
      expect(largestDifference(out, expected)).toBeLessThan(1e-5);
    },
  );

  test.each([
    [1, 1, 1],
    [7, 130, 8],
    [13, 6, 3],
    [130, 7, 20],
  ])("a block of products of %i x %i with %i vectors is each of them", (rows, cols, count) => {
    const A = gaussianMatrix("A", rows, cols);
    const X = gaussianMatrix("X", count, cols);
    const out = gaussianMatrix("out", count, rows);
    using operator = prepare(A, { backend });
    operator.applyBlock!(X, out);
    const expected = gemm(X, A, { transposeB: true, backend: reference });
    expect(largestDifference(out.data, expected.data)).toBeLessThan(1e-12);
    const narrow = gaussianMatrix("X", count, cols + 1);
    expect(() => operator.applyBlock!(narrow, out)).toThrow(TypeError);
  });

  test("a block of symmetric products reads one triangle, before and after single products", () => {
    const n = 70;
    const A = wigner("A", n);
    const half = { ...A, data: A.data.map((value, at) => (Math.floor(at / n) > at % n ? 1e3 : value)) };
    const X = gaussianMatrix("X", 9, n);
    const out = gaussianMatrix("out", 9, n);
    using operator = backend.prepare(half, true);
    const expected = gemm(X, A, { backend: reference });
    for (let turn = 0; turn < 2; turn++) {
      operator.applyBlock!(X, out);
      expect(largestDifference(out.data, expected.data)).toBeLessThan(1e-12);
      const y = new Float64Array(n);
      operator.apply(X.data.subarray(0, n), y);
      expect(largestDifference(y, expected.data.subarray(0, n))).toBeLessThan(1e-12);
    }
  });

  test.each([1, 5, 64, 65, 200])("the Cholesky factor of order %i equals the reference", (n) => {
    const A = weightedGram(gaussianMatrix("X", 2 * n + 3, n), { alpha: 1 / n });
    const half = A.data.map((value, at) => (Math.floor(at / n) > at % n ? Number.NaN : value));
    const [got, expected] = [new Float64Array(n * n), new Float64Array(n * n)];
    expect(backend.cholesky(n, half, got)).toBe(-1);
    expect(reference.cholesky(n, A.data, expected)).toBe(-1);
    expect(largestDifference(got, expected)).toBeLessThan(1e-11);
    const singles = new Float64Array(n * n);
    expect(backend.cholesky(n, Float32Array.from(A.data), singles)).toBe(-1);
    expect(largestDifference(singles, expected)).toBeLessThan(n * 1e-5);
  });

  test("a pivot that is not positive is reported with its index", () => {
    for (const at of [0, 3, 64, 99]) {
      const A = Float64Array.from({ length: 100 * 100 }, (_, i) => (i % 101 === 0 ? 1 : 0));
      A[at * 101] = at === 3 ? Number.NaN : -1;
      const U = A.map(() => 0);
      expect(backend.cholesky(100, A, U)).toBe(at);
      expect(reference.cholesky(100, A, U)).toBe(at);
    }
  });

  test.each([1, 2, 3, 31, 32, 33, 34, 65, 130])(
    "order %i is reduced to a tridiagonal form: Q T Q^T = A",
    (n) => {
      const { data } = wigner("T", n);
      for (const reduction of [backend.tridiagonalise(n, data), reference.tridiagonalise(n, data)])
        expect(largestDifference(reassembled(n, reduction), data)).toBeLessThan(1e-14 * Math.sqrt(n));
    },
  );

  test.each([Float64Array, Float32Array])(
    "normals in a %o have the bits of the stream at any offset and length",
    (Kind) => {
      const random = stream(7).split("fills");
      for (const offset of [0, 1, 7, 32767, 32768, 65535, 2 ** 33 - 5, 2 ** 34 - 9, 2 ** 53 - 70_000]) {
        for (const length of [0, 1, 3, 8, 17, 40_000]) {
          const [got, expected] = [new Kind(length), new Kind(length)];
          fillNormal(random, got, offset, { backend });
          random.fillNormal(expected, offset);
          expect(
            Buffer.compare(Buffer.from(got.buffer), Buffer.from(expected.buffer)),
            `${offset} ${length}`,
          ).toBe(0);
        }
      }
    },
  );
});
