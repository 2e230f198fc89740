import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { airy } from "../../src/fredholm/airy.ts";
import { tracyWidom } from "../../src/index.ts";
import { expectClose } from "../helpers/close-to.ts";
import { expectation, measureOf } from "../helpers/measure.ts";

type Beta = 1 | 2 | 4;
type PerBeta<T> = Readonly<Record<Beta, T>>;

interface Reference {
  readonly determinants: readonly { s: number; cdf: PerBeta<number>; survival: PerBeta<number> }[];
  readonly airy: readonly { x: number; value: number; slope: number }[];
  readonly moments: PerBeta<[number, number, number, number]>;
  readonly percentiles: readonly [number, number][];
}

const reference = JSON.parse(
  readFileSync(`${import.meta.dirname}/../fixtures/tracy-widom.json`, "utf8"),
) as Reference;

test("the Airy function has mpmath's values to 14 digits", () => {
  for (const { x, value, slope } of reference.airy) {
    expectClose(airy(x).value / value, 1, x < 20 ? 2e-14 : 5e-14);
    expectClose(airy(x).slope / slope, 1, x < 20 ? 2e-14 : 5e-14);
  }
});

describe.each([1, 2, 4] as const)("beta = %i", (beta) => {
  const law = tracyWidom({ beta });
  const unit = beta === 4 ? Math.SQRT1_2 : 1;

  test("distribution and survival function are determinants in 30 digits: to 2e-14, the tail to 1e-11 of itself", () => {
    for (const { s, cdf, survival } of reference.determinants) {
      expect(Math.abs(law.cdf(unit * s) - cdf[beta])).toBeLessThan(2e-14);
      expectClose(law.survival(unit * s) / survival[beta], 1, 1e-11);
    }
  });

  test("mean, variance, skewness and kurtosis are Bornemann's, to his ten digits and more", () => {
    const measure = measureOf(law);
    const [mean, variance, skewness, kurtosis] = reference.moments[beta];
    const central = (k: number) => expectation(measure, (x) => (x - mean) ** k);
    expectClose(
      expectation(measure, (x) => x),
      mean,
      1e-12,
    );
    expectClose(central(2), variance, 1e-12);
    expectClose(central(3) / variance ** 1.5, skewness, 1e-10);
    expectClose(central(4) / variance ** 2 - 3, kurtosis, 1e-9);
  });

  test("far out the distribution function is 0 and 1, the density 0, the survival function small and positive", () => {
    expect([law.cdf(-40), law.density(-40), law.survival(-40)]).toEqual([0, 0, 1]);
    expect([law.cdf(300), law.density(300), law.survival(300)]).toEqual([1, 0, 0]);
    expect([law.cdf(Infinity), law.cdf(-Infinity)]).toEqual([1, 0]);
    expect([law.quantile(0), law.quantile(1)]).toEqual([-Infinity, Infinity]);
    // -log survival ~ (2/3) beta x^{3/2} in the scale where the edge is that of the Airy operator.
    const slope = Math.log(law.survival(unit * 40) / law.survival(unit * 41));
    expectClose(slope / ({ 1: 1, 2: 2, 4: 2 }[beta] * (2 / 3) * (41 ** 1.5 - 40 ** 1.5)), 1, 0.01);
  });
});

test("percentiles of beta = 1 are Johnstone's to his two decimals", () => {
  const { quantile } = tracyWidom();
  for (const [p, percentile] of reference.percentiles)
    expect(Math.abs(quantile(p) - percentile)).toBeLessThan(0.0051);
});

test("the three laws hang together: F_2 = F_1 (2 F_4(s/sqrt 2) - F_1)", () => {
  for (const s of [-4, -1.3, 0.2, 2]) {
    const [one, two, four] = [1, 2, 4].map((beta) => tracyWidom({ beta: beta as Beta }));
    const F1 = one!.cdf(s);
    expectClose(two!.cdf(s), F1 * (2 * four!.cdf(s / Math.SQRT2) - F1), 1e-14);
  }
});

test("refuses other beta and NaN", () => {
  expect(() => tracyWidom({ beta: 3 as Beta })).toThrow(
    new RangeError("tracyWidom: beta must be 1, 2 or 4, got 3"),
  );
  expect(() => tracyWidom(null as never)).toThrow(TypeError);
  for (const method of ["cdf", "density", "survival"] as const)
    expect(() => tracyWidom()[method](Number.NaN)).toThrow(RangeError);
});
