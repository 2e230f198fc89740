import { describe, expect, test } from "vitest";
import { hermite, maximumHermiteOrder, probabilistsHermite } from "../src/index.ts";
import fixture from "./fixtures/polynomials.json";
import { expectClose } from "./helpers/close-to.ts";
import { fc } from "./helpers/seeded.ts";

const orders = [...new Set(fixture.values.map((row) => row.order))];
const order = fc.integer({ min: 1, max: maximumHermiteOrder - 1 });
const point = fc.double({ min: -8, max: 8, noNaN: true });

describe("hermite", () => {
  test.each(orders)("h_%i is that of 60-digit arithmetic", (order) => {
    for (const { x, value } of fixture.values.filter((row) => row.order === order)) {
      const envelope = Math.max(Math.abs(value), Math.exp((x * x) / 4));
      expect(Math.abs(hermite(order, x) - value) / envelope).toBeLessThan(1e-13);
    }
  });

  test("obeys the three-term recurrence", () => {
    fc.assert(
      fc.property(order, point, (k, x) => {
        const left = Math.sqrt(k + 1) * hermite(k + 1, x) + Math.sqrt(k) * hermite(k - 1, x);
        expect(Math.abs(left - x * hermite(k, x))).toBeLessThan(1e-10 * Math.exp((x * x) / 4));
      }),
    );
  });

  test("has the parity of its order", () => {
    fc.assert(
      fc.property(order, point, (k, x) => {
        expect(hermite(k, -x) + 0).toBe((k % 2 === 0 ? hermite(k, x) : -hermite(k, x)) + 0);
      }),
    );
  });

  test("overflows to an infinity of the right sign", () => {
    expect(hermite(255, 1e6)).toBe(Infinity);
    expect(hermite(255, -1e6)).toBe(-Infinity);
    expect(hermite(256, -1e300)).toBe(Infinity);
  });

  test("refuses bad orders and points with their names and values", () => {
    expect(() => hermite(257, 0)).toThrow(
      new RangeError("hermite: order must be an integer from 0 to 256, got 257"),
    );
    for (const bad of [-1, 0.5, Number.NaN, Infinity]) expect(() => hermite(bad, 0)).toThrow(RangeError);
    expect(() => hermite(2, Number.NaN)).toThrow(
      new RangeError("hermite: x must be a finite number, got NaN"),
    );
    expect(() => hermite(2, "1" as never)).toThrow(
      new TypeError('hermite: x must be a finite number, got "1"'),
    );
  });
});

describe("probabilistsHermite", () => {
  test("is He_k with integer values at integers", () => {
    expect([0, 1, 2, 3, 4].map((k) => probabilistsHermite(k, 2))).toEqual([1, 2, 3, 2, -5]);
  });

  test("is sqrt(k!) h_k", () => {
    let factorial = 1;
    for (let k = 1; k <= 20; k++) {
      factorial *= k;
      expectClose(probabilistsHermite(k, 1.7), Math.sqrt(factorial) * hermite(k, 1.7), 1e-13);
    }
  });

  test("keeps its sign where values between the roots leave the range of doubles", () => {
    expect(probabilistsHermite(256, 28)).toBe(Math.sign(hermite(256, 28)) * Infinity);
    expect(probabilistsHermite(256, 29.5)).toBe(Math.sign(hermite(256, 29.5)) * Infinity);
  });
});
