import { describe, expect, test } from "vitest";
import { requireFiniteEntries } from "../src/check.ts";
import { hasFiniteEntries } from "../src/finite-entries.ts";
import { requireSymmetric } from "../src/symmetry.ts";
import { wigner } from "./backends.ts";

describe.each([Float64Array, Float32Array])("entries of a %o", (Kind) => {
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  test("are finite or the first that is not is named, at any length and place", () => {
    for (let length = 0; length < 20; length++) {
      expect(hasFiniteEntries(new Kind(length).fill(-3))).toBe(true);
      for (let at = 0; at < length; at++)
        for (const value of bad) {
          const data = new Kind(length).fill(1);
          data[at] = value;
          const message = new RangeError(`call: x.data[${at}] must be finite, got ${value}`);
          expect(() => requireFiniteEntries("call", "x", data)).toThrow(message);
        }
    }
  });

  test("may be so large that their sum is infinite, or of no sign", () => {
    const largest = Kind === Float64Array ? Number.MAX_VALUE : 3.4e38;
    expect(hasFiniteEntries(new Kind(100).fill(largest))).toBe(true);
    const opposed = new Kind(8).fill(Number.POSITIVE_INFINITY);
    opposed[4] = Number.NEGATIVE_INFINITY;
    expect(hasFiniteEntries(opposed)).toBe(false);
  });
});

describe("a symmetric matrix", () => {
  const check = (n: number, data: Float64Array) =>
    requireSymmetric("call", "A", { rows: n, cols: n, data }, {});

  test.each([1, 2, 3, 40, 256, 257, 300])("of order %i passes, also with differences of rounding", (n) => {
    const { data } = wigner("A", n);
    const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    check(n, data);
    if (n > 1) data[n]! += 0.9e-8 * largest;
    check(n, data);
    check(n, new Float64Array(n * n));
  });

  test.each([2, 3, 40, 256])("of order %i is refused with any pair that differs", (n) => {
    for (const at of [n, n * n - 2, (n >> 1) * n]) {
      const { data } = wigner("A", n);
      data[at]! += 1e-3;
      const [i, j] = [Math.floor(at / n), at % n];
      expect(() => check(n, data)).toThrow(`call: A must be symmetric, got (${i}, ${j}) = ${data[at]} and`);
    }
  });

  test("of a large order is refused with a pair beside the diagonal that differs, or when all do", () => {
    const n = 300;
    const { data } = wigner("A", n);
    data[200 * n + 199]! += 1e-3;
    expect(() => check(n, data)).toThrow("must be symmetric, got (200, 199)");
    const triangular = wigner("A", n).data.map((value, at) => (Math.floor(at / n) > at % n ? 0 : value));
    expect(() => check(n, triangular)).toThrow("must be symmetric, got (1, 0) = 0");
    requireSymmetric("call", "A", { rows: n, cols: n, data: triangular }, { checkSymmetry: false });
  });
});
