import { describe, expect, test } from "vitest";
import { fits, type ScalingLaw } from "../../src/index.ts";
import { planted, randomOf } from "../helpers/planted.ts";

const sizes = Array.from({ length: 13 }, (_, k) => 10 ** (2 + k / 4));

/** Fits of which the interval of a parameter holds what was planted, as a part of all. */
function coverages(law: ScalingLaw, runs: number): Record<string, number> {
  const random = randomOf("coverage", law.name);
  const hits = Object.fromEntries(Object.keys(law.parameters).map((name) => [name, 0]));
  for (let run = 0; run < runs; run++) {
    const { x, y, seeds } = planted(law, 10, random.split(run));
    const { intervals } = law.fit(x, y, { seeds });
    for (const [name, [low, high]] of Object.entries(intervals)) {
      if (low <= law.example[name]! && law.example[name]! <= high) hits[name]! += 1 / runs;
    }
  }
  return hits;
}

describe.each(fits)("$name", (law) => {
  const exact = sizes.map((x) => law.evaluate(law.example, x));
  const names = Object.keys(law.parameters);

  test("is found exactly where there is no noise, by logarithms and as it is", () => {
    for (const residuals of ["log", "linear"] as const) {
      const { parameters, convergence } = law.fit(sizes, exact, { residuals });
      expect(convergence.converged).toBe(true);
      for (const name of names) expect(parameters[name]! / law.example[name]!).toBeCloseTo(1, 6);
    }
  });

  test("is the same curve in other units", () => {
    const moved = law.rescale(law.example, 7, 0.03);
    for (const x of sizes)
      expect(law.evaluate(moved, 7 * x) / (0.03 * law.evaluate(law.example, x))).toBeCloseTo(1, 12);
  });

  test("is planted within its own intervals: those of 95 % hold it in 95 % of 200 fits, within five standard errors", () => {
    const runs = 200;
    const standardError = Math.sqrt((0.95 * 0.05) / runs);
    for (const coverage of Object.values(coverages(law, runs)))
      expect(Math.abs(coverage - 0.95)).toBeLessThan(5 * standardError);
  });

  test("has the same fit and the same intervals in other units", () => {
    const { x, y, seeds } = planted(law, 6, randomOf("units", law.name));
    const [X, Y] = [1000, 1e-5];
    const options = { seeds, replicates: 60 };
    const here = law.fit(x, y, options, randomOf("bootstrap"));
    const there = law.fit(
      x.map((value) => X * value),
      y.map((value) => Y * value),
      options,
      randomOf("bootstrap"),
    );
    const expected = law.rescale(here.parameters, X, Y);
    for (const name of names) expect(there.parameters[name]! / expected[name]!).toBeCloseTo(1, 6);
    expect(there.residualSum / here.residualSum).toBeCloseTo(1, 9);
    for (const name of names.filter((other) => other.startsWith("exponent"))) {
      for (const end of [0, 1] as const)
        expect(there.intervals[name]![end]).toBeCloseTo(here.intervals[name]![end], 5);
    }
  });

  test("has no fit to fewer points than it has parameters", () => {
    const few = names.length;
    expect(() => law.fit(sizes.slice(0, few), exact.slice(0, few))).toThrow(
      /^\w+\.fit: x must have \d or more different values, got \d$/,
    );
    expect(() => law.fit(Array(20).fill(5), Array(20).fill(1))).toThrow(TypeError);
  });
});
