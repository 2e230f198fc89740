import { describe, expect, test } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import { withWasmArrays } from "../../src/backend/wasm/arrays.ts";
import { createHeap } from "../../src/backend/wasm/heap.ts";
import { createInstance, type Instance } from "../../src/backend/wasm/instance.ts";
import { wasmProduct } from "../../src/backend/wasm/product.ts";
import { symmetricEigen } from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference, wigner } from "../backends.ts";
import { decompositionError, obliqueness } from "../decompositions/defects.ts";

/** C = A B of 30 x 30 blocks of one array into another. */
function product(backend: Pick<Backend, "product">, A: Float64Array, B: Float64Array, C: Float64Array): void {
  const view = (data: Float64Array, offset: number) => ({ data, offset, rowStride: 40, colStride: 1 });
  const size = { m: 30, n: 30, k: 30, alpha: 2 };
  backend.product({ ...size, A: view(A, 3), B: view(B, 45), C, cOffset: 7, cStride: 35 });
}

const left = gaussianMatrix("left", 40, 40).data;
const right = gaussianMatrix("right", 40, 40).data;
const expected = new Float64Array(1200);
product(reference, left, right, expected);

describe.each([reference, ...comparedBackends()])("arrays of $name ($detail)", (backend) => {
  test("have their lengths and give what plain arrays do, also when the two are mixed", () => {
    backend.withArrays([1600, 1600, 1200], (A, B, C) => {
      expect([A.length, B.length, C.length]).toEqual([1600, 1600, 1200]);
      A.set(left);
      B.set(right);
      for (const [a, b] of [
        [A, B],
        [left, B],
        [A, right],
      ] as const) {
        C.fill(0);
        product(backend, a, b, C);
        expect(largestDifference(C, expected)).toBeLessThan(1e-12);
        const plain = new Float64Array(1200);
        product(backend, a, b, plain);
        expect(largestDifference(plain, expected)).toBeLessThan(1e-12);
      }
    });
  });

  test("may be asked for within one another, and the result is handed on", () => {
    const sum = backend.withArrays([1000], (outer) => {
      outer.fill(1);
      const inner = backend.withArrays([10 ** 6], (large) => large.fill(2)[999_999]!);
      return outer.reduce((total, value) => total + value, inner);
    });
    expect(sum).toBe(1002);
  });
});

describe("arrays in kernel memory", () => {
  const PAGE = 65536;

  /** An instance whose memory ends at `limit` bytes. */
  function limited(limit: number): Instance {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: limit / PAGE });
    const instance = createInstance("plain SIMD");
    const f64 = (address: number, length: number) => new Float64Array(memory.buffer, address, length);
    return { ...instance, f64, heap: createHeap(memory, 0, limit) };
  }

  test("lie there, and are given back after use and after an exception", () => {
    const instance = createInstance("plain SIMD");
    const before = instance.heap.used;
    withWasmArrays(instance, [100, 200], (a, b) => {
      expect(instance.addressOf(a)).toBe(a.byteOffset);
      expect(instance.addressOf(b)).toBe(b.byteOffset);
      expect(instance.heap.used).toBeGreaterThanOrEqual(before + 2400);
    });
    expect(instance.heap.used).toBe(before);
    const fail = () => {
      throw new Error("mine");
    };
    expect(() => withWasmArrays(instance, [100], fail)).toThrow("mine");
    expect(instance.heap.used).toBe(before);
    expect(instance.addressOf(new Float64Array(3))).toBeUndefined();
  });

  test("are plain ones where they do not fit, and none is left behind", () => {
    const instance = limited(64 * PAGE);
    const lengths = [10, 2 ** 19];
    const buffers = withWasmArrays(instance, lengths, (a, b) => [a.buffer, b.buffer]);
    for (const buffer of buffers) expect(buffer).not.toBe(instance.f64(0, 1).buffer);
    expect(instance.heap.used).toBe(0);
  });

  test("stay where they are: what would make the memory grow meanwhile is refused, and later given", () => {
    const instance = createInstance("plain SIMD");
    const large = { m: 1000, n: 1000, k: 1, alpha: 1 };
    const line = { data: new Float64Array(1000).fill(1), rowStride: 1, colStride: 1 };
    const problem = { ...large, A: line, B: line, C: new Float64Array(10 ** 6) };
    withWasmArrays(instance, [1000], (a) => {
      a.fill(3);
      expect(() => wasmProduct(instance, problem)).toThrow(
        /^linalg: kernel memory must hold at most .* left beside arrays/,
      );
      expect(a.every((value) => value === 3)).toBe(true);
    });
    wasmProduct(instance, problem);
    expect(problem.C.every((value) => value === 1)).toBe(true);
  });
});

test.each(comparedBackends())("$name ($detail) decomposes a matrix with plain arrays too", (backend) => {
  const A = wigner("plain", 150);
  const { symmetricEigen: _, ...own } = backend;
  const plain = { ...own, withArrays: reference.withArrays };
  const { values, vectors } = symmetricEigen(A, { backend: plain });
  expect(obliqueness(vectors)).toBeLessThan(1e-13);
  expect(decompositionError(A, vectors, values, vectors)).toBeLessThan(1e-13);
  expect(largestDifference(values, symmetricEigen(A, { backend: own }).values)).toBeLessThan(1e-13);
});
