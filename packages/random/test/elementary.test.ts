import { describe, expect, test } from "vitest";
import { cosQuarter, exp, log, sinQuarter } from "../src/elementary.ts";
import { cosQuarter32, log32, sinQuarter32 } from "../src/elementary32.ts";

const EPSILON = 2 ** -52;
const EPSILON32 = 2 ** -23;

/** Points from `least` to `most`, evenly spaced. */
function grid(least: number, most: number, count = 10_001): number[] {
  return Array.from({ length: count }, (_, i) => least + ((most - least) * i) / (count - 1));
}

function largestError(points: number[], f: (x: number) => number, truth: (x: number) => number): number {
  return Math.max(
    ...points.map((x) => Math.abs(f(x) - truth(x)) / Math.max(Math.abs(truth(x)), Number.MIN_VALUE)),
  );
}

describe("float64", () => {
  test("log is right to an ulp or so over the range of the uniform law and near 1", () => {
    const tiny = grid(-52.9, -1, 5001).map((e) => 2 ** e);
    expect(
      largestError(
        [...tiny, ...grid(0.5, 1), ...grid(1, 20)].filter((x) => x !== 1),
        log,
        Math.log,
      ),
    ).toBeLessThan(2 * EPSILON);
    expect(log(1)).toBe(0);
    expect(log(1 - 2 ** -53)).toBe(-(2 ** -53));
  });

  test("exp is right to a few ulps for negative numbers, and 0 far below", () => {
    expect(largestError(grid(-700, 0), exp, Math.exp)).toBeLessThan(4 * EPSILON);
    expect([exp(0), exp(-709), exp(Number.NEGATIVE_INFINITY)]).toEqual([1, 0, 0]);
  });

  test("sine and cosine of a quarter turn are right to an ulp or so", () => {
    const points = grid(-0.5, 0.5).filter((a) => a !== 0);
    expect(largestError(points, sinQuarter, (a) => Math.sin((Math.PI / 2) * a))).toBeLessThan(3 * EPSILON);
    expect(largestError(points, cosQuarter, (a) => Math.cos((Math.PI / 2) * a))).toBeLessThan(2 * EPSILON);
  });
});

describe("float32", () => {
  const single = (points: number[]) => points.map(Math.fround).filter((x) => x !== 0 && x !== 1);

  test("logarithm, sine and cosine are right to a few ulps of float32", () => {
    const units = single([...grid(-32, -1, 5001).map((e) => 2 ** e), ...grid(0.5, 1)]);
    expect(largestError(units, log32, Math.log)).toBeLessThan(3 * EPSILON32);
    const points = single(grid(-0.5, 0.5));
    expect(largestError(points, sinQuarter32, (a) => Math.sin((Math.PI / 2) * a))).toBeLessThan(
      2 * EPSILON32,
    );
    expect(largestError(points, cosQuarter32, (a) => Math.cos((Math.PI / 2) * a))).toBeLessThan(
      2 * EPSILON32,
    );
  });

  test("every result is a float32 number", () => {
    for (const x of [0.1, 0.3, 0.9])
      for (const f of [log32, sinQuarter32, cosQuarter32])
        expect(Math.fround(f(Math.fround(x)))).toBe(f(Math.fround(x)));
  });
});
