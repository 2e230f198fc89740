import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { betaHermite } from "../../src/ensembles/beta-hermite.ts";
import { spectralDensity } from "../../src/estimation/spectral-density.ts";

describe("spectralDensity", () => {
  test("counts values in equal intervals, the last one with its right end", () => {
    const rows = spectralDensity([0, 0.5, 1, 1, 4], { bins: 4 });
    expect(rows.map(({ count }) => count)).toEqual([2, 2, 0, 1]);
    expect(rows[1]).toEqual({ from: 1, x: 1.5, to: 2, count: 2, density: 0.4, law: undefined });
  });

  test("has mass 1, or what is in the range", () => {
    const mass = (rows: ReturnType<typeof spectralDensity>): number =>
      rows.reduce((sum, { from, to, density }) => sum + (to - from) * density, 0);
    const values = Array.from({ length: 100 }, (_, i) => Math.sin(i));
    expect(mass(spectralDensity(values))).toBeCloseTo(1, 13);
    const inside = values.filter((value) => value >= 0 && value <= 0.5).length;
    expect(mass(spectralDensity(values, { range: [0, 0.5], bins: 3 }))).toBeCloseTo(inside / 100, 13);
  });

  test("draws the law beside the values: the bars of a large sample are within 0.02 of it", () => {
    const { law, ...ensemble } = betaHermite();
    const values = ensemble.spectrum(ensemble.sample(2000, stream(1)));
    const rows = spectralDensity(values, { law, bins: 20, range: [-1.9, 1.9] });
    for (const row of rows) {
      expect(row.law).toBe(law.density(row.x));
      expect(Math.abs(row.density - row.law!)).toBeLessThan(0.02);
    }
  });

  test("takes a single value", () => {
    expect(spectralDensity([3])).toEqual([
      { from: 2.5, x: 3, to: 3.5, count: 1, density: 1, law: undefined },
    ]);
  });

  test.each([
    [[], {}, /^spectralDensity: values.length must be an integer from 1 to /],
    [[1, Infinity], {}, /^spectralDensity: values\[1\] must be a finite number, got Infinity$/],
    [[1, 2], { bins: 0 }, /^spectralDensity: bins must be an integer from 1 to /],
    [[1, 2], { range: [2, 1] }, /^spectralDensity: range must be two finite numbers, .*, got "2, 1"$/],
    [[1, 2], { range: [0, Number.NaN] }, /^spectralDensity: range must be /],
  ])("rejects %o with %o", (values, options, message) => {
    expect(() => spectralDensity(values, options as never)).toThrow(message);
  });
});
