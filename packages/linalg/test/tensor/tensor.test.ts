import { describe, expect, test } from "vitest";
import {
  contract,
  contractAll,
  contractOne,
  gemm,
  prepareTensor,
  type Slot,
  type Tensor3,
  unfold,
} from "../../src/index.ts";
import { comparedBackends, gaussianMatrix, largestDifference, reference } from "../backends.ts";

/** Sizes around the vectors, the unrolling and the groups of slices. */
const shapes = [
  [1, 1, 1],
  [2, 3, 4],
  [3, 2, 5],
  [4, 5, 6],
  [5, 4, 7],
  [6, 7, 8],
  [9, 8, 9],
  [7, 9, 17],
  [13, 70, 33],
] as const;
const slots: readonly Slot[] = [0, 1, 2];
const kinds = [Float64Array, Float32Array];

function gaussian(shape: Tensor3["shape"], Kind: (typeof kinds)[number]): Tensor3 {
  const { data } = gaussianMatrix("T", shape[0] * shape[1], shape[2]);
  return { shape, data: Kind.from(data) };
}

function vectors(shape: Tensor3["shape"]): [Float64Array, Float64Array, Float64Array] {
  return slots.map((slot) => gaussianMatrix(`v${slot}`, shape[slot], 1).data) as ReturnType<typeof vectors>;
}

function emptyMatrix(rows: number, cols: number) {
  return { rows, cols, data: new Float64Array(rows * cols) };
}

describe.each(comparedBackends())("$name ($detail)", (backend) => {
  describe.each(shapes)("a tensor of %i x %i x %i", (...shape) => {
    const tolerance = 1e-14 * shape[0] * shape[1] * shape[2] + 1e-14;

    test.each(slots)("contracted to or over slot %i equals the reference", (slot) => {
      for (const Kind of kinds) {
        const tensor = gaussian(shape, Kind);
        const all = vectors(shape);
        const [first, second] = all.filter((_, other) => other !== slot) as [Float64Array, Float64Array];
        const got = contract(tensor, slot, first, second, { backend });
        const expected = contract(tensor, slot, first, second, { backend: reference });
        expect(largestDifference(got, expected)).toBeLessThan(tolerance);
        const matrix = contractOne(tensor, slot, all[slot], { backend });
        const wanted = contractOne(tensor, slot, all[slot], { backend: reference });
        expect([matrix.rows, matrix.cols]).toEqual([wanted.rows, wanted.cols]);
        expect(largestDifference(matrix.data, wanted.data)).toBeLessThan(tolerance);
      }
    });

    test("all contractions in one pass are the single ones", () => {
      for (const Kind of kinds) {
        const tensor = gaussian(shape, Kind);
        const [u, x, y] = vectors(shape);
        const got = contractAll(tensor, u, x, y, { backend });
        const single = [
          contract(tensor, 0, x, y, { backend }),
          contract(tensor, 1, u, y, { backend }),
          contract(tensor, 2, u, x, { backend }),
        ];
        for (const slot of slots) expect(largestDifference(got[slot], single[slot]!)).toBeLessThan(tolerance);
      }
    });

    test("a sweep updates u from the forms of the slices, in order, and gives T(u, ., .)", () => {
      for (const Kind of kinds) {
        const tensor = gaussian(shape, Kind);
        const [, x, y] = vectors(shape);
        const out = emptyMatrix(shape[1], shape[2]);
        const [seen, u] = [[] as number[], new Float64Array(shape[0])];
        using prepared = prepareTensor(tensor, { backend });
        prepared.sweep(
          x,
          y,
          (i, form) => {
            seen.push(i);
            u[i] = Math.tanh(form);
            return u[i];
          },
          out,
        );
        const forms = contract(tensor, 0, x, y, { backend: reference });
        expect(seen).toEqual(Array.from(u.keys()));
        expect(largestDifference(u, forms.map(Math.tanh))).toBeLessThan(tolerance);
        expect(
          largestDifference(out.data, contractOne(tensor, 0, u, { backend: reference }).data),
        ).toBeLessThan(tolerance);
      }
    });
  });

  test("T(., ., y) of a tensor is the product of its unfolding with y", () => {
    const tensor = { shape: [4, 5, 6], data: gaussianMatrix("T", 20, 6).data } as const;
    const y = gaussianMatrix("y", 6, 1);
    const product = gemm(unfold(tensor, 2), y, { transposeA: true, backend });
    expect(largestDifference(contractOne(tensor, 2, y.data, { backend }).data, product.data)).toBeLessThan(
      1e-14,
    );
  });

  test("slices larger than caches are taken in blocks and one by one", () => {
    const shape = [5, 400, 401] as const;
    const tensor = gaussian(shape, Float64Array);
    const [u, x, y] = vectors(shape);
    const expected = contractOne(tensor, 0, u, { backend: reference }).data;
    const out = emptyMatrix(400, 401);
    using prepared = prepareTensor(tensor, { backend });
    prepared.contractOne(0, u, out);
    expect(largestDifference(out.data, expected)).toBeLessThan(1e-13);
    prepared.sweep(x, y, (i) => u[i]!, out);
    expect(largestDifference(out.data, expected)).toBeLessThan(1e-13);
  });

  test("an update may use kernels that move the memory; one that frees the tensor is refused", () => {
    const shape = [9, 8, 7] as const;
    const tensor = gaussian(shape, Float64Array);
    const [u, x, y] = vectors(shape);
    const out = emptyMatrix(8, 7);
    using prepared = prepareTensor(tensor, { backend });
    const grown: { dispose(): void }[] = [];
    const update = (i: number): number => {
      grown.push(backend.prepare(emptyMatrix(300, 300 + i), false));
      return u[i]!;
    };
    prepared.sweep(x, y, update, out);
    for (const operator of grown) operator.dispose();
    expect(largestDifference(out.data, contractOne(tensor, 0, u, { backend: reference }).data)).toBeLessThan(
      1e-13,
    );
    expect(() =>
      prepared.sweep(
        x,
        y,
        () => {
          prepared.dispose();
          return 0;
        },
        out,
      ),
    ).toThrow("sweep: tensor must not have been disposed of, got one that has");
    expect(() => prepared.contractOne(0, u, out)).toThrow(
      new TypeError("contractOne: tensor must not have been disposed of, got one that has"),
    );
  });
});

test("the three contractions of a symmetric tensor agree", () => {
  const n = 7;
  const { data } = gaussianMatrix("S", n * n, n);
  const at = (i: number, j: number, k: number): number => data[(i * n + j) * n + k]!;
  const symmetric = data.map((_, index) => {
    const [i, j, k] = [Math.floor(index / n / n), Math.floor(index / n) % n, index % n];
    return at(i, j, k) + at(i, k, j) + at(j, i, k) + at(j, k, i) + at(k, i, j) + at(k, j, i);
  });
  const x = gaussianMatrix("x", n, 1).data;
  const [a, b, c] = contractAll({ shape: [n, n, n], data: symmetric }, x, x, x);
  expect(largestDifference(a, b)).toBeLessThan(1e-13);
  expect(largestDifference(a, c)).toBeLessThan(1e-13);
});

test("unfolding puts one index on the rows and the others, the last fastest, on the columns", () => {
  const shape = [5, 37, 6] as const;
  for (const Kind of kinds) {
    const tensor = gaussian(shape, Kind);
    const [first, second, third] = slots.map((mode) => unfold(tensor, mode));
    expect(first!.data).toBe(tensor.data);
    expect([first!.rows, first!.cols, second!.rows, second!.cols, third!.rows, third!.cols]).toEqual([
      5, 222, 37, 30, 6, 185,
    ]);
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 37; j++)
        for (let k = 0; k < 6; k++) {
          const entry = tensor.data[(i * 37 + j) * 6 + k];
          expect(second!.data[j * 30 + i * 6 + k]).toBe(entry);
          expect(third!.data[k * 185 + i * 37 + j]).toBe(entry);
        }
    expect(third!.data).toBeInstanceOf(Kind);
  }
});

describe("bad input is refused before any work", () => {
  const tensor = gaussian([2, 3, 4], Float64Array);
  const [u, x, y] = vectors([2, 3, 4]);

  test("tensors", () => {
    expect(() => prepareTensor({ shape: [2, 3, 0], data: new Float64Array(0) })).toThrow(RangeError);
    expect(() => prepareTensor({ shape: [2, 3, 4], data: new Float64Array(23) })).toThrow(
      "prepareTensor: tensor.data must have 2 * 3 * 4 = 24 entries, got 23",
    );
    expect(() => prepareTensor({ shape: [1, 1, 1], data: [1] as never })).toThrow(TypeError);
    expect(() => unfold({ shape: [1, 1] as never, data: new Float64Array(1) }, 0)).toThrow(TypeError);
    expect(() => contract({ shape: [1, 1, 1], data: Float64Array.of(Number.NaN) }, 0, u, u)).toThrow(
      "contract: tensor.data[0] must be finite, got NaN",
    );
    expect(() => prepareTensor(undefined as never)).toThrow(TypeError);
  });

  test("slots and vectors", () => {
    expect(() => contract(tensor, 3 as never, x, y)).toThrow(RangeError);
    expect(() => unfold(tensor, -1 as never)).toThrow(RangeError);
    expect(() => contract(tensor, 0, y, x)).toThrow("contract: first must have 3 entries, got 4");
    expect(() => contractOne(tensor, 1, Float32Array.from(x) as never)).toThrow(TypeError);
    expect(() =>
      contractAll(
        tensor,
        u,
        x,
        y.map(() => Number.POSITIVE_INFINITY),
      ),
    ).toThrow("contractAll: y[0] must be finite, got Infinity");
  });

  test("arguments of a prepared tensor", () => {
    using prepared = prepareTensor(tensor);
    expect(() => prepared.contract(0, x, y, x)).toThrow("contract: out must have 2 entries, got 3");
    expect(() => prepared.contractOne(0, u, emptyMatrix(4, 3))).toThrow(
      "contractOne: out must be 3 x 4, got 4 x 3",
    );
    expect(() => prepared.contractAll(u, x, y, [u, x, x])).toThrow(TypeError);
    expect(() => prepared.sweep(y, y, () => 0, emptyMatrix(3, 4))).toThrow(TypeError);
    expect(() => prepared.sweep(x, y, () => 0, { rows: 3, cols: 4, data: new Float64Array(1) })).toThrow(
      TypeError,
    );
  });
});

test.each([reference, ...comparedBackends()])(
  "$name ($detail): disposing of a tensor twice leaves the one that came into its place",
  (backend) => {
    const tensor = gaussian([20, 20, 20], Float32Array);
    const u = gaussianMatrix("u", 20, 1).data;
    const out = emptyMatrix(20, 20);
    const first = prepareTensor(tensor, { backend });
    first.dispose();
    const second = prepareTensor(tensor, { backend });
    first.dispose();
    const third = prepareTensor({ ...tensor, data: tensor.data.map(() => 7) }, { backend });
    second.contractOne(0, u, out);
    const expected = contractOne(tensor, 0, u, { backend: reference }).data;
    expect(largestDifference(out.data, expected)).toBeLessThan(1e-13);
    for (const prepared of [second, third]) prepared.dispose();
  },
);
