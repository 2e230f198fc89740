import { describe, expect, test } from "vitest";
import { flattenSymmetric, gaussHermite, hermiteFeatures, maximumFeatureOrder } from "../src/index.ts";
import fixture from "./fixtures/features.json";
import { expectAllClose, expectClose } from "./helpers/close-to.ts";
import { minstdNormals } from "./helpers/minstd.ts";
import { fc } from "./helpers/seeded.ts";
import { dot, hermiteTensor, symmetricTensor } from "./helpers/tensors.ts";

const factorials = [1, 1, 2, 6, 24];
const order = fc.integer({ min: 1, max: maximumFeatureOrder });
const input = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 4 });
const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });

function featuresOf(x: readonly number[], k: number): Float64Array {
  return hermiteFeatures({ rows: 1, cols: x.length, data: Float64Array.from(x) }, k).data;
}

describe("the laws of the features", () => {
  test("isometry: <T, He_k(x)>/sqrt(k!) = flat(T) . features(x)", () => {
    fc.assert(
      fc.property(order, input, entries, (k, x, values) => {
        const T = symmetricTensor(values, x.length, k);
        const contracted = dot(T, hermiteTensor(x, k)) / Math.sqrt(factorials[k]!);
        expectClose(dot(flattenSymmetric(T, x.length, k), featuresOf(x, k)), contracted, 1e-12);
      }),
    );
  });

  test("addition: features(x) . features(y) does not change when x and y are rotated together", () => {
    const angle = fc.double({ min: -4, max: 4, noNaN: true });
    const pair = fc.tuple(...Array.from({ length: 6 }, () => fc.double({ min: -3, max: 3, noNaN: true })));
    fc.assert(
      fc.property(order, pair, angle, (k, [a, b, c, d, e, f], t) => {
        const rotated = (x: number, y: number, z: number): number[] => {
          return [Math.cos(t) * x - Math.sin(t) * y, Math.sin(t) * x + Math.cos(t) * y, z];
        };
        const after = dot(featuresOf(rotated(a, b, c), k), featuresOf(rotated(d, e, f), k));
        expectClose(after, dot(featuresOf([a, b, c], k), featuresOf([d, e, f], k)), 1e-11);
      }),
    );
  });

  test.each([1, 2, 3, 4])("order %i: orthonormal under N(0, I)", (k) => {
    const { nodes, weights } = gaussHermite(6);
    const size = featuresOf([0, 0], k).length;
    const gram = new Float64Array(size * size);
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b < 6; b++) {
        const F = featuresOf([nodes[a]!, nodes[b]!], k);
        gram.forEach((_, at) => {
          gram[at]! += weights[a]! * weights[b]! * F[Math.floor(at / size)]! * F[at % size]!;
        });
      }
    }
    gram.forEach((value, at) => void expectClose(value, at % (size + 1) === 0 ? 1 : 0, 1e-12));
  });
});

describe("the values of the science pages", () => {
  const draw = minstdNormals(fixture.seed);
  const X = { rows: 4, cols: 3, data: draw(12) };

  test("the generator gives the inputs", () => {
    expectAllClose(X.data.subarray(0, 3), fixture.first, 1e-14);
    expectAllClose(X.data.subarray(9), fixture.last, 1e-14);
  });

  test.each(fixture.orders)("order $order: sum, last feature and norm", ({ order, sum, last, norm }) => {
    const { data, cols } = hermiteFeatures(X, order);
    expectClose(dot(data.subarray(0, cols), new Float64Array(cols).fill(1)), sum, 1e-13);
    expectClose(data[cols - 1]!, last, 1e-13);
    expectClose(Math.sqrt(dot(data, data)), norm, 1e-13);
  });

  test("coordinates of a symmetric matrix, and the layer-1 operator on them with its spectrum", () => {
    const G = draw(9);
    const S = G.map((value, at) => (value + G[(at % 3) * 3 + Math.floor(at / 3)]!) / 2);
    const norm = Math.sqrt(dot(S, S));
    const flat = flattenSymmetric(
      S.map((value) => value / norm),
      3,
      2,
    );
    expectAllClose(flat, fixture.flat, 1e-14);
    const y = draw(4);
    const Z = hermiteFeatures(X, 2);
    const operator = (a: Float64Array): Float64Array => {
      const out = a.map((value) => (-value * dot(y, [1, 1, 1, 1])) / 4);
      for (let row = 0; row < 4; row++) {
        const z = Z.data.subarray(row * 6, row * 6 + 6);
        const scale = (y[row]! * dot(z, a)) / 4;
        z.forEach((value, i) => {
          out[i]! += scale * value;
        });
      }
      return out;
    };
    expectAllClose(operator(flat), fixture.operatorOnFlat, 1e-13);
    // Six power sums, traces of powers of the operator, determine six eigenvalues.
    let powers: Float64Array[] = Array.from({ length: 6 }, (_, j) =>
      Float64Array.from({ length: 6 }, (_, i) => (i === j ? 1 : 0)),
    );
    for (let p = 1; p <= 6; p++) {
      powers = powers.map(operator);
      const trace = powers.reduce((sum, column, j) => sum + column[j]!, 0);
      expectClose(
        trace,
        dot(
          fixture.eigenvalues.map((value) => value ** p),
          [1, 1, 1, 1, 1, 1],
        ),
        1e-12,
      );
    }
  });
});

describe("storage", () => {
  test("single-precision inputs give single-precision features, rounded once", () => {
    const single = { rows: 2, cols: 2, data: Float32Array.of(0.5, -1.25, 2, 0.75) };
    const double = { ...single, data: Float64Array.from(single.data) };
    for (const k of [2, 3]) {
      const { data } = hermiteFeatures(single, k);
      expect(data).toBeInstanceOf(Float32Array);
      expect([...data]).toEqual([...hermiteFeatures(double, k).data].map(Math.fround));
    }
  });

  test("writes into the matrix it is given, and no rows are no work", () => {
    const out = { rows: 1, cols: 3, data: new Float64Array(3) };
    expect(hermiteFeatures({ rows: 1, cols: 2, data: Float64Array.of(3, 2) }, 2, out)).toBe(out);
    expect(out.data[1]).toBe(6);
    expect(hermiteFeatures({ rows: 0, cols: 2, data: new Float64Array() }, 4).cols).toBe(5);
  });
});

describe("bad input", () => {
  const X = { rows: 1, cols: 2, data: Float64Array.of(1, 2) };

  test("wrong kinds and shapes are type errors", () => {
    expect(() => hermiteFeatures(undefined as never, 2)).toThrow(/X must be a matrix \{ rows, cols, data \}/);
    expect(() => hermiteFeatures({ ...X, data: [1, 2] as never }, 2)).toThrow(
      /X.data must be a Float64Array/,
    );
    expect(() => hermiteFeatures({ ...X, rows: 2 }, 2)).toThrow(
      new TypeError("hermiteFeatures: X.data must have rows * cols = 4 entries, got 2"),
    );
    expect(() => hermiteFeatures(X, 2, { rows: 3, cols: 1, data: new Float64Array(3) })).toThrow(TypeError);
    expect(() => hermiteFeatures(X, 2, { rows: 1, cols: 3, data: new Float32Array(3) } as never)).toThrow(
      TypeError,
    );
    expect(() => hermiteFeatures(X, 2, { rows: 1, cols: 3, data: new Float64Array(2) })).toThrow(TypeError);
  });

  test("bad numbers are range errors", () => {
    expect(() => hermiteFeatures(X, 5)).toThrow(RangeError);
    expect(() => hermiteFeatures(X, Number.NaN)).toThrow(RangeError);
    expect(() => hermiteFeatures({ ...X, rows: -1 }, 2)).toThrow(RangeError);
    expect(() => hermiteFeatures({ ...X, data: Float64Array.of(1, Number.NaN) }, 2)).toThrow(
      new RangeError("hermiteFeatures: X.data[1] must be a finite number, got NaN"),
    );
  });
});
