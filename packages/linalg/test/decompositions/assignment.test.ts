import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { assignment, type Matrix } from "../../src/index.ts";
import { gaussianMatrix } from "../backends.ts";

/** Least cost over all ways, by trying them: rows <= cols. */
function leastCost({ rows, cols, data }: Matrix, row = 0, taken: readonly number[] = []): number {
  if (row === rows) return 0;
  const free = Array.from({ length: cols }, (_, j) => j).filter((j) => !taken.includes(j));
  return Math.min(
    ...free.map((j) => data[row * cols + j]! + leastCost({ rows, cols, data }, row + 1, [...taken, j])),
  );
}

function transposed({ rows, cols, data }: Matrix): Matrix {
  return {
    rows: cols,
    cols: rows,
    data: data.map((_, at) => data[(at % rows) * cols + Math.floor(at / rows)]!),
  };
}

test.each([
  [1, 1],
  [4, 4],
  [6, 6],
  [3, 7],
  [5, 6],
])("the cost for %i x %i is the least of all ways, either way round", (rows, cols) => {
  for (const label of ["a", "b", "c"]) {
    const costs = gaussianMatrix(label, rows, cols);
    const { columns, cost } = assignment(costs);
    expect(new Set(columns).size).toBe(rows);
    expect(cost).toBeCloseTo(leastCost(costs), 12);
    expect(cost).toBeCloseTo(
      columns.reduce((sum, col, row) => sum + costs.data[row * cols + col]!, 0),
      12,
    );
    const turned = assignment(transposed(costs));
    expect(turned.cost).toBeCloseTo(cost, 12);
    expect([...turned.columns].filter((col) => col < 0)).toHaveLength(cols - rows);
  }
});

test("a hidden permutation of 200 is found", () => {
  const noise = gaussianMatrix("noise", 200, 200);
  const image = (i: number): number => (i * 77 + 13) % 200;
  const data = noise.data.map((entry, at) => entry - (image(Math.floor(at / 200)) === at % 200 ? 12 : 0));
  expect([...assignment({ ...noise, data }).columns]).toEqual(
    Array.from({ length: 200 }, (_, i) => image(i)),
  );
});

test("costs that are not finite are refused", () => {
  const data = Float64Array.of(1, Number.NaN);
  expect(() => assignment({ rows: 1, cols: 2, data })).toThrow(
    "assignment: costs.data[1] must be finite, got NaN",
  );
});

test("costs near the largest number, beside small ones, find the same columns", () => {
  const large = 1.7e308;
  // Eighths of the largest number: for this seed sums of the costs themselves, which overflow, lead to other columns.
  const random = stream(152);
  const data = Float64Array.from({ length: 25 }, () => (Math.round(16 * random.uniform() - 8) / 8) * large);
  const { columns, cost } = assignment({ rows: 5, cols: 5, data });
  const small = assignment({ rows: 5, cols: 5, data: data.map((value) => value / 2 ** 60) });
  const sum = columns.reduce((total, col, row) => total + data[5 * row + col]! / 2 ** 60, 0);
  expect(sum).toBe(small.cost);
  expect(cost).toBe(-Infinity);
  const forbidden = Float64Array.of(large, 2e-20, 1e-20, 1e-20, large, 2e-20, 3e-20, 1e-20, large);
  expect(assignment({ rows: 3, cols: 3, data: forbidden })).toEqual({
    columns: Int32Array.of(2, 0, 1),
    cost: 1e-20 + 1e-20 + 1e-20,
  });
  const cancelling = Float64Array.of(large, large, large, large);
  const signs = Float64Array.of(1, 1, 1, -1);
  expect(assignment({ rows: 2, cols: 2, data: cancelling.map((c, i) => c * signs[i]!) }).cost).toBe(0);
});
