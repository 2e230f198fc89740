import fc from "fast-check";
import { expect, test } from "vitest";
import { type NdArray, readNpy, toFloat64, writeNpy } from "../../src/index.ts";
import { npyFile } from "../helpers/npy-file.ts";

const f8 = (shape: string, order = "False") =>
  `{'descr': '<f8', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;
const bytesOf = (data: Float64Array) => new Uint8Array(data.buffer);

test("an array of any type and shape comes back as it was", () => {
  const shapes = fc.array(fc.nat(4), { maxLength: 4 });
  const data = fc.constantFrom(
    Float64Array,
    Float32Array,
    Int8Array,
    Uint8Array,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
  );
  fc.assert(
    fc.property(shapes, data, fc.uint8Array({ minLength: 2048, maxLength: 2048 }), (shape, Data, bits) => {
      const count = shape.reduce((product, length) => product * length, 1);
      const array = { shape, data: new Data(bits.buffer, 0, count) };
      expect(readNpy(writeNpy(array))).toMatchObject(array);
    }),
    { seed: 1 },
  );
});

test("integers of 64 bits are BigInts, and exact", () => {
  const data = BigInt64Array.of(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n);
  expect(readNpy(writeNpy(data))).toEqual({ shape: [3], data, dtype: "int64" });
  const unsigned = BigUint64Array.of(2n ** 64n - 1n);
  expect(readNpy(writeNpy(unsigned))).toEqual({ shape: [1], data: unsigned, dtype: "uint64" });
});

test("booleans are bytes of 0 and 1 that know what they are", () => {
  const array: NdArray = { shape: [1, 3], data: Uint8Array.of(1, 0, 1), dtype: "bool" };
  expect(readNpy(writeNpy(array))).toEqual(array);
});

// Known numbers of IEEE binary16: largest, smallest normal, largest and smallest subnormal, ties that round to even, what overflows.
test.each([
  [65504, 65504],
  [2 ** -14, 2 ** -14],
  [1023 * 2 ** -24, 1023 * 2 ** -24],
  [2 ** -24, 2 ** -24],
  [2 ** -25, 0],
  [1.5 * 2 ** -24, 2 ** -23],
  [1 + 2 ** -11, 1],
  [1 + 3 * 2 ** -11, 1 + 2 ** -9],
  [65519, 65504],
  [65520, Number.POSITIVE_INFINITY],
  [-0, -0],
  [Number.NaN, Number.NaN],
])("%d is stored as the half %d", (number, half) => {
  const array: NdArray = { shape: [], data: Float32Array.of(number), dtype: "float16" };
  expect(readNpy(writeNpy(array)).data[0]).toBe(half);
});

test("columns first in the file are rows first in memory", () => {
  const file = npyFile(f8("(2, 3)", "True"), bytesOf(Float64Array.of(1, 2, 3, 4, 5, 6)));
  expect(readNpy(file)).toEqual({ shape: [2, 3], data: Float64Array.of(1, 3, 5, 2, 4, 6), dtype: "float64" });
});

test("big-endian numbers are turned round", () => {
  const file = npyFile(
    "{'descr': '>i2', 'fortran_order': False, 'shape': (2,), }\n",
    Uint8Array.of(1, 2, 255, 254),
  );
  expect(readNpy(file).data).toEqual(Int16Array.of(258, -2));
});

test("a header may be written as other versions of Python and NumPy write it", () => {
  const data = bytesOf(Float64Array.of(7));
  for (const text of [
    '{"shape":(1L,),"descr":"<f8","fortran_order":False}',
    "{ 'fortran_order': False , 'shape': (1,), 'descr': '=f8' } ",
  ]) {
    for (const version of [1, 2, 3])
      expect(readNpy(npyFile(text, data, version)).data).toEqual(Float64Array.of(7));
  }
});

test("a slice of a Buffer of Node is read from where it begins", () => {
  const file = writeNpy(Float64Array.of(1, 2));
  expect(readNpy(Buffer.concat([Buffer.of(9), file]).subarray(1)).data).toEqual(Float64Array.of(1, 2));
});

test("data begin at a multiple of 64 bytes, behind a header that ends in a line feed", () => {
  for (let dimensions = 0; dimensions < 32; dimensions++) {
    const file = writeNpy({ shape: Array<number>(dimensions).fill(1), data: Float64Array.of(1) });
    expect((file.length - 8) % 64).toBe(0);
    expect(file[file.length - 9]).toBe(10);
  }
});

test.each([
  ["nothing", new Uint8Array(0), "begin with \\x93NUMPY"],
  ["text", new TextEncoder().encode("x,y\n1,2\n"), "begin with \\x93NUMPY"],
  ["a pickle", Uint8Array.of(0x80, 4, 0x95, 1), "not a pickle: it may run any code"],
  ["an unknown version", npyFile(f8("(1,)"), new Uint8Array(8), 4), "version 1.0, 2.0 or 3.0"],
  ["a cut header", npyFile(f8("(1,)")).slice(0, 30), "have a whole header of"],
  [
    "a huge header",
    Uint8Array.of(...npyFile("", new Uint8Array(0), 2).slice(0, 8), 255, 255, 255, 127),
    "have a header of at most",
  ],
  ["cut data", npyFile(f8("(2,)"), new Uint8Array(15)), "have 2 entries of 8 bytes"],
  ["more data than it says", npyFile(f8("(2,)"), new Uint8Array(17)), "have 2 entries of 8 bytes"],
  ["an absurd shape", npyFile(f8("(4000000000, 4000000000, 4000000000)")), "entries of 8 bytes"],
  ["a length that no number has", npyFile(f8("(99999999999999999999, 0)")), "whole numbers below 2^53"],
  ["a negative length", npyFile(f8("(-1,)")), "with descr, fortran_order and shape|shape of whole numbers"],
  ["too many dimensions", npyFile(f8(`(${"1,".repeat(33)})`), new Uint8Array(8)), "at most 32 dimensions"],
  [
    "objects",
    npyFile("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(8)),
    "not objects: those are pickled",
  ],
  [
    "texts",
    npyFile("{'descr': '<U5', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(20)),
    "hold booleans, integers",
  ],
  [
    "complex numbers",
    npyFile("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(16)),
    "hold booleans, integers",
  ],
  [
    "a structured type",
    npyFile("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", new Uint8Array(8)),
    "structured type|descr, fortran_order",
  ],
  [
    "a header that lacks the shape",
    npyFile("{'descr': '<f8', 'fortran_order': False}"),
    "shape of whole numbers",
  ],
  [
    "a key that comes twice",
    npyFile("{'descr': '<f8', 'descr': '<f8', 'shape': ()}"),
    "descr, fortran_order and shape",
  ],
  ["code for a header", npyFile("__import__('os')"), "descr, fortran_order and shape"],
  [
    "a truth value of neither",
    npyFile("{'descr': '|b1', 'fortran_order': False, 'shape': (1,)}", Uint8Array.of(2)),
    "booleans of 0 and 1",
  ],
])("refuses %s", (_, file, rule) => {
  expect(() => readNpy(file)).toThrow(
    new RegExp(`^readNpy: bytes must .*(?:${rule.replaceAll("\\", "\\\\").replaceAll("^", "\\^")})`),
  );
});

test("refuses what is beyond the limit, and arguments of other kinds", () => {
  const file = writeNpy(new Float64Array(100));
  expect(readNpy(file, { maxBytes: 800 }).data).toHaveLength(100);
  expect(() => readNpy(file, { maxBytes: 799 })).toThrow(
    "readNpy: decoded data must take at most maxBytes = 799 bytes, got 800",
  );
  expect(() => readNpy(file, { maxBytes: Number.NaN })).toThrow(RangeError);
  expect(() => readNpy([1, 2] as never)).toThrow("readNpy: bytes must be a Uint8Array, got Array");
});

test.each([
  [null, "be an array"],
  [{ shape: [2], data: [1, 2] }, "typed array"],
  [{ shape: [2], data: Float64Array.of(1, 2), dtype: "float32" }, "Float32Array for float32"],
  [{ shape: [2], data: Float64Array.of(1, 2), dtype: "text" }, "known dtype"],
  [{ shape: [3], data: Float64Array.of(1, 2) }, "product of shape = 3"],
  [{ shape: [-2], data: Float64Array.of(1, 2) }, "shape\\[0\\] must be an integer"],
  [{ shape: 2, data: Float64Array.of(1, 2) }, "shape must be an array"],
  [{ shape: [1], data: Uint8Array.of(3), dtype: "bool" }, "booleans of 0 and 1"],
])("does not write %j", (array, rule) => {
  expect(() => writeNpy(array as never)).toThrow(new RegExp(`^writeNpy: array.*${rule}`));
});

test("numbers of float64 are exact, or refused", () => {
  expect(toFloat64({ shape: [2], data: BigInt64Array.of(-3n, 2n ** 60n), dtype: "int64" })).toEqual(
    Float64Array.of(-3, 2 ** 60),
  );
  expect(toFloat64({ shape: [2], data: Uint8Array.of(0, 1), dtype: "bool" })).toEqual(Float64Array.of(0, 1));
  const beyond: NdArray = { shape: [1], data: BigUint64Array.of(2n ** 53n + 1n), dtype: "uint64" };
  expect(() => toFloat64(beyond)).toThrow(
    "toFloat64: data[0] must be a number of float64, got 9007199254740993n",
  );
});
