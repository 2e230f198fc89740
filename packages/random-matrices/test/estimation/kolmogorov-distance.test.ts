import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { kolmogorovDistance } from "../../src/estimation/kolmogorov-distance.ts";
import { marchenkoPastur } from "../../src/laws/marchenko-pastur.ts";

const uniform = { atoms: [], cdf: (x: number) => Math.min(1, Math.max(0, x)) };

describe("kolmogorovDistance", () => {
  test.each([
    [[0.5], 0.5],
    [[0.9, 0.1], 0.4],
    [[0.25, 0.75], 0.25],
    [[0.5, 0.5, 0.5, 0.5], 0.5],
    [[-1, 2], 0.5],
    [[2, 3], 1],
  ])("of %s from the uniform law is %s", (values, distance) => {
    expect(kolmogorovDistance(values, uniform)).toBeCloseTo(distance, 14);
  });

  test("is 1/(2n) at the quantiles (i + 1/2)/n", () => {
    const law = marchenkoPastur({ ratio: 0.3 });
    const values = Array.from({ length: 50 }, (_, i) => law.quantile((i + 0.5) / 50));
    expect(kolmogorovDistance(values, law)).toBeCloseTo(0.01, 9);
  });

  test("counts values that rounding has moved from an atom as at the atom", () => {
    const law = marchenkoPastur({ ratio: 2 });
    const zeros = Array.from({ length: 50 }, (_, i) => (i - 25) * 1e-16);
    const rest = Array.from({ length: 50 }, (_, i) => law.quantile(0.5 + (i + 0.5) / 100));
    expect(kolmogorovDistance([...rest, ...zeros], law)).toBeCloseTo(0.005, 9);
    expect(kolmogorovDistance(rest, law)).toBeCloseTo(0.505, 9);
  });

  test("of independent values has Kolmogorov's mean sqrt(pi/2) log(2)/sqrt(n)", () => {
    const random = stream(1);
    const mean = (count: number): number => {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const values = new Float64Array(400).map(() => random.uniform());
        sum += kolmogorovDistance(values, uniform);
      }
      return sum / count;
    };
    // Its standard deviation is 0.26/sqrt(n); to the limit at n = 400 is missing about 1/(6 n).
    const expected = (Math.sqrt(Math.PI / 2) * Math.LN2) / 20 - 1 / 2400;
    expect(Math.abs(mean(200) - expected)).toBeLessThan((5 * 0.26) / 20 / Math.sqrt(200));
  });

  test("rejects what is not finite, or nothing", () => {
    expect(() => kolmogorovDistance([0, Number.NaN], uniform)).toThrow(
      /^kolmogorovDistance: values\[1\] must be a finite number, got NaN$/,
    );
    expect(() => kolmogorovDistance([], uniform)).toThrow(
      /^kolmogorovDistance: values.length must be an integer from 1 /,
    );
    expect(() => kolmogorovDistance(undefined as never, uniform)).toThrow(TypeError);
  });
});
