import { describe, expect, test } from "vitest";
import { brokenPowerLaw, defineFit, extrapolate, powerLaw, powerLawWithOffset } from "../../src/index.ts";
import { planted, randomOf } from "../helpers/planted.ts";

const sizes = Array.from({ length: 13 }, (_, k) => 10 ** (2 + k / 4));

/** The sample standard deviation. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

describe("standard errors", () => {
  // Of 400 fits a standard deviation is known to 1/sqrt(800) = 3.5 %.
  const runs = 400;
  const tolerance = 5 / Math.sqrt(2 * runs);

  test("from the spread of seeds are the spread of fits, also where points of a seed depend on one another", () => {
    const random = randomOf("spread");
    const found = Array.from({ length: runs }, (_, run) => {
      const { x, y, seeds } = planted(powerLaw, 15, random.split(run));
      const { parameters, standardErrors } = powerLaw.fit(x, y, { seeds });
      return { value: parameters.amplitude, variance: standardErrors.amplitude ** 2 };
    });
    const claimed = Math.sqrt(found.reduce((sum, { variance }) => sum + variance, 0) / runs);
    expect(Math.abs(claimed / deviation(found.map(({ value }) => value)) - 1)).toBeLessThan(tolerance);
  });

  test("from the scatter of points, and from known errors, are the spread of fits", () => {
    const random = randomOf("scatter");
    const noise = sizes.map((x) => 0.02 + 0.02 * Math.log10(x));
    for (const known of [true, false]) {
      const found = Array.from({ length: runs }, () => {
        const exact = sizes.map((x) => powerLaw.evaluate(powerLaw.example, x));
        const level = (i: number) => (known ? noise[i]! : 0.05);
        const y = exact.map((value, i) => value * Math.exp(level(i) * random.normal()));
        const { parameters, standardErrors } = powerLaw.fit(
          sizes,
          y,
          known ? { standardErrors: y.map((value, i) => value * level(i)) } : {},
        );
        return { value: parameters.exponent, variance: standardErrors.exponent ** 2 };
      });
      const claimed = Math.sqrt(found.reduce((sum, { variance }) => sum + variance, 0) / runs);
      expect(Math.abs(claimed / deviation(found.map(({ value }) => value)) - 1)).toBeLessThan(tolerance);
    }
  });

  test("of y itself, which may be negative, are the spread of fits from seeds and from known errors", () => {
    const random = randomOf("negative");
    const x = sizes.flatMap((size) => [size, size, size, size, size]);
    const seeds = x.map((_, i) => i % 5);
    const found = { seeds: [0, 0], known: [0, 0] };
    for (let run = 0; run < runs; run++) {
      const y = x.map((size) => powerLaw.evaluate(powerLaw.example, size) + 0.05 * random.normal());
      const options = { seeds: { seeds }, known: { standardErrors: x.map(() => 0.05) } };
      for (const kind of ["seeds", "known"] as const) {
        const { parameters, standardErrors } = powerLaw.fit(x, y, { ...options[kind], residuals: "linear" });
        found[kind][0]! += (parameters.exponent - 0.5) ** 2;
        found[kind][1]! += standardErrors.exponent ** 2;
      }
    }
    for (const [spread, claimed] of Object.values(found))
      expect(Math.abs(Math.sqrt(claimed! / spread!) - 1)).toBeLessThan(tolerance);
  });

  test("know their degrees of freedom", () => {
    const { x, y, seeds } = planted(powerLaw, 4, randomOf("freedom"));
    expect(powerLaw.fit(x, y, { seeds })).toMatchObject({ degreesOfFreedom: 3, points: 13 });
    expect(powerLaw.fit(x, y)).toMatchObject({ degreesOfFreedom: 50, points: 52 });
    expect(powerLaw.fit(x, y, { standardErrors: y })).toMatchObject({
      degreesOfFreedom: Number.POSITIVE_INFINITY,
    });
  });
});

describe("the bootstrap", () => {
  test("gives intervals near those of Student's t, from seeds, known errors and scatter", () => {
    const { x, y, seeds } = planted(powerLawWithOffset, 25, randomOf("three"));
    const curve = sizes.map((_, k) => y[k]!);
    for (const [xs, ys, options] of [
      [x, y, { seeds }],
      [sizes, curve, { standardErrors: curve.map((value) => 0.03 * value) }],
      [sizes, curve, {}],
    ] as const) {
      for (const interval of ["studentised", "percentile"] as const) {
        const student = powerLawWithOffset.fit(xs, ys, options).intervals.exponent;
        const found = powerLawWithOffset.fit(
          xs,
          ys,
          { ...options, replicates: 150, interval },
          randomOf("near"),
        );
        const [low, high] = found.intervals.exponent;
        const width = student[1] - student[0];
        expect(found.replicates.length).toBeGreaterThan(142);
        expect(Math.abs(low - student[0])).toBeLessThan(0.3 * width);
        expect(Math.abs(high - student[1])).toBeLessThan(0.3 * width);
      }
    }
  });

  test("is the same for the same stream", () => {
    const { x, y, seeds } = planted(brokenPowerLaw, 5, randomOf("same"));
    const fit = () => brokenPowerLaw.fit(x, y, { seeds, replicates: 50 }, randomOf("stream"));
    expect(fit()).toEqual(fit());
  });

  test("takes seeds that lack some points", () => {
    const { x, y, seeds } = planted(powerLaw, 8, randomOf("lacking"));
    const kept = x.map((_, i) => i).filter((i) => i % 5 !== 0);
    const [xs, ys, some] = [
      kept.map((i) => x[i]!),
      kept.map((i) => y[i]!),
      kept.map((i) => `seed ${seeds[i]}`),
    ];
    const { parameters, standardErrors } = powerLaw.fit(
      xs,
      ys,
      { seeds: some, replicates: 50 },
      randomOf("stream"),
    );
    expect(Math.abs(parameters.exponent - 0.5)).toBeLessThan(5 * standardErrors.exponent);
  });
});

test("Bayes's criterion prefers the law that was planted", () => {
  const straight = planted(powerLaw, 20, randomOf("straight"));
  const bent = planted(brokenPowerLaw, 20, randomOf("bent"));
  const bic = ({ x, y, seeds }: typeof bent, law: typeof powerLaw | typeof brokenPowerLaw) =>
    law.fit(x, y, { seeds }).bic;
  expect(bic(straight, powerLaw)).toBeLessThan(bic(straight, brokenPowerLaw));
  expect(bic(bent, brokenPowerLaw)).toBeLessThan(bic(bent, powerLaw));
});

test("a fit that does not converge says so", () => {
  const flat = defineFit<"a">({
    name: "flat",
    formula: "exp(-exp(a))",
    parameters: { a: "real" },
    example: { a: 0 },
    evaluate: ({ a }) => Math.exp(-Math.exp(a)),
    rescale: (parameters) => parameters,
    starts: () => [{ a: 1000 }],
  });
  expect(flat.fit([1, 2, 3], [1, 1, 1]).convergence.converged).toBe(false);
});

describe("extrapolation", () => {
  const { x, y, seeds } = planted(powerLaw, 20, randomOf("outside"));
  const fit = powerLaw.fit(x, y, { seeds, replicates: 200 }, randomOf("stream"));

  test("within the data has no warning, outside of them it has one and grows less certain", () => {
    const inside = extrapolate(powerLaw, fit, 1e4);
    const after = extrapolate(powerLaw, fit, 1e9);
    const before = extrapolate(powerLaw, fit, 10);
    expect(inside).toMatchObject({ x: 1e4, beyond: 1 });
    expect(inside.warning).toBeUndefined();
    expect(after.beyond).toBeCloseTo(1e4, 6);
    expect(after.warning).toContain("1000000000 is outside of the data, which end at 100000");
    expect(before.warning).toContain("10 is outside of the data, which begin at 100");
    expect(after.standardError / after.value).toBeGreaterThan(1.5 * (inside.standardError / inside.value));
    for (const { value, x: at, interval, standardError } of [inside, after, before]) {
      const truth = powerLaw.evaluate(powerLaw.example, at);
      expect(Math.abs(value - truth)).toBeLessThan(5 * standardError);
      expect(interval[0]).toBeLessThan(value);
      expect(interval[1]).toBeGreaterThan(value);
    }
  });

  test("is the law at the fitted parameters, also of y itself", () => {
    const linear = powerLawWithOffset.fit(x, y, { residuals: "linear" });
    const expected = powerLawWithOffset.evaluate(linear.parameters, 300);
    expect(extrapolate(powerLawWithOffset, linear, 300).value).toBeCloseTo(expected, 9);
    expect(extrapolate(powerLaw, fit, 300).value).toBeCloseTo(powerLaw.evaluate(fit.parameters, 300), 9);
    expect(() => extrapolate(powerLaw, fit, -1)).toThrow(
      "extrapolate: x must be a positive finite number, got -1",
    );
  });
});

test.each([
  [[1, 2], [1], {}, "y must have the length of x = 2 entries, got 1"],
  [[1, -2], [1, 2], {}, "x[1] must be a positive finite number, got -2"],
  [[1, 2], [1, 0], {}, "y[1] must be a positive finite number, got 0"],
  [[1, 2], [1, Number.NaN], {}, "y[1] must be a finite number, got NaN"],
  [[1, 2], [1, 1], { seeds: [1] }, "seeds must have the length of x = 2 entries, got 1"],
  [[1, 2], [1, 1], { seeds: [1, 1] }, "seeds must name two or more replicates, got 1"],
  [
    [1, 2],
    [1, 1],
    { seeds: [1, 2], standardErrors: [1, 1] },
    "standardErrors must be left out where there are seeds, got Array",
  ],
  [[1, 2], [1, 1], { standardErrors: [1, 0] }, "standardErrors[1] must be a positive finite number, got 0"],
  [[1, 2], [1, 1], { residuals: "square" }, 'residuals must be log or linear, got "square"'],
  [[1, 2], [1, 1], { interval: "wide" }, 'interval must be studentised or percentile, got "wide"'],
  [[1, 2], [1, 1], { confidence: 1 }, "confidence must be in (0, 1), got 1"],
  [[1, 2], [1, 1], { replicates: 5 }, "replicates must be an integer from 20 to 1000000, got 5"],
  [[1, 2], [1, 1], null, "options must be an object, got null"],
])("refuses x = %j, y = %j with %j", (x, y, options, message) => {
  expect(() => powerLaw.fit(x, y, options as never)).toThrow(`powerLaw.fit: ${message}`);
});
