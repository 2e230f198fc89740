import { expect, test } from "vitest";
import { asMatrix, toNdarray } from "../src/index.ts";

const data = Float64Array.of(0, 1, 2, 3, 4, 5, 6);

test("row-major entries are shared, from any offset", () => {
  const A = asMatrix({ data, shape: [2, 3], strides: [3, 1], offset: 1, order: "row-major" });
  expect(A).toEqual({ rows: 2, cols: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6) });
  expect(A.data.buffer).toBe(data.buffer);
});

test.each([
  ["column-major", [1, 2], 0, [0, 2, 4, 1, 3, 5]],
  ["reversed", [-3, -1], 5, [5, 4, 3, 2, 1, 0]],
  ["a repeated row", [0, 1], 2, [2, 3, 4, 2, 3, 4]],
] as const)("%s entries are copied in order", (_, strides, offset, expected) => {
  const A = asMatrix({ data, shape: [2, 3], strides, offset });
  expect([...A.data]).toEqual(expected);
  expect(A.data.buffer).not.toBe(data.buffer);
});

test("f32 stays f32; integers and plain arrays become f64", () => {
  const shape = { shape: [1, 2], strides: [2, 1] };
  expect(asMatrix({ data: Float32Array.of(1, 2), ...shape }).data).toEqual(Float32Array.of(1, 2));
  expect(asMatrix({ data: Int8Array.of(1, 2), ...shape }).data).toEqual(Float64Array.of(1, 2));
  expect(asMatrix({ data: [1, 2], ...shape }).data).toEqual(Float64Array.of(1, 2));
});

test("a matrix goes there and back without a copy", () => {
  const A = { rows: 2, cols: 3, data: data.slice(0, 6) };
  const z = toNdarray(A);
  expect(z).toEqual({
    ...{ dtype: "float64", data: A.data, shape: [2, 3], strides: [3, 1] },
    ...{ offset: 0, order: "row-major" },
  });
  expect(asMatrix(z).data.buffer).toBe(A.data.buffer);
  expect(toNdarray({ rows: 1, cols: 1, data: Float32Array.of(1) }).dtype).toBe("float32");
});

test.each([
  [{ shape: [6], strides: [1] }, 'asMatrix: x.shape must have two sizes, got "[6]"'],
  [{ shape: [1, 2, 3], strides: [6, 3, 1] }, "asMatrix: x.shape must have two sizes"],
  [{ shape: [2, 3], strides: [3] }, "asMatrix: x.strides must have two steps"],
  [{ shape: [0, 3], strides: [3, 1] }, "asMatrix: x.shape[0] must be an integer from 1"],
  [{ shape: [2, 3], strides: [3, 0.5] }, "asMatrix: x.strides[1] must be an integer"],
  [{ shape: [2, 3], strides: [4, 1], offset: 1 }, "got indices 1 to 7 of 7"],
  [{ shape: [2, 3], strides: [-3, 1] }, "got indices -3 to 2 of 7"],
  [{ shape: [2, 3], strides: [3, 1], offset: Number.NaN }, "asMatrix: x.offset must be an integer"],
])("%o is refused", (fields, message) => {
  expect(() => asMatrix({ data, ...fields })).toThrow(message);
});

test("entries that are no finite numbers are refused", () => {
  const wrong = { data: ["a", 1] as unknown as number[], shape: [1, 2], strides: [2, 1] };
  expect(() => asMatrix(wrong)).toThrow('asMatrix: x.data[0] must be finite, got "a"');
  expect(() => asMatrix({ shape: [1, 2], strides: [2, 1] } as never)).toThrow("x.data must be an array");
});
