import { expect, test } from "vitest";
import { createInstance } from "../../src/backend/wasm/instance.ts";
import { wasmPrepare } from "../../src/backend/wasm/prepare.ts";
import { wasmProduct } from "../../src/backend/wasm/product.ts";
import { wasmPrepareTensor } from "../../src/backend/wasm/tensor.ts";
import { gaussianMatrix } from "../backends.ts";

const BLOCK = 2 ** 29;
const LIMIT = 2 ** 32;

test("the limit of 4 GB is reached, reported and survived", () => {
  const instance = createInstance();
  const { heap } = instance;
  const start = heap.used;
  // Pages that nothing writes cost no memory of the machine.
  const blocks = [1, 2, 3, 4, 5, 6, 7].map(() => heap.allocate(BLOCK));
  const used = heap.used;
  expect(used - start).toBe(7 * BLOCK);
  const message = `linalg: kernel memory must hold at most ${LIMIT} bytes, got a request for ${BLOCK} with ${used} in use`;
  expect(() => heap.allocate(BLOCK)).toThrow(new RangeError(message));

  const A = gaussianMatrix("A", 40, 30);
  const [x, out] = [new Float64Array(30).fill(1), new Float64Array(40)];
  const expected = out.map((_, i) => A.data.subarray(i * 30, (i + 1) * 30).reduce((sum, a) => sum + a, 0));
  using operator = wasmPrepare(instance, A, false);
  operator.apply(x, out);
  expect(Math.max(...out.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-13);

  // A matrix that does not fit is refused before anything is copied, by way of prepare and of a product.
  const large = { rows: 8192, cols: 8192, data: new Float64Array(8192 * 8192) };
  expect(() => wasmPrepare(instance, large, false)).toThrow(
    /got a request for 5370\d{5} with 376\d{7} in use/,
  );
  expect(() => wasmPrepareTensor(instance, { shape: [8, 1024, 8192], data: large.data })).toThrow(
    /must hold at most 4294967296 bytes, got a request for 536870912 with 376\d{7} in use/,
  );
  const view = { data: large.data, rowStride: 8192, colStride: 1 };
  const problem = { m: 8192, n: 8192, k: 1, alpha: 1, A: view, B: view, C: large.data };
  const before = heap.used;
  expect(() => wasmProduct(instance, problem)).toThrow(/got a request for 536870912 with 376\d{7} in use/);
  expect(heap.used).toBe(before);

  operator.apply(x, out);
  for (const block of blocks) heap.free(block);
  using fits = wasmPrepare(instance, { ...large, data: large.data.fill(1) }, false);
  const [ones, sums] = [new Float64Array(8192).fill(1), new Float64Array(8192)];
  fits.apply(ones, sums);
  expect(new Set(sums)).toEqual(new Set([8192]));
});
