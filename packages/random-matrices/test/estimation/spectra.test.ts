import { symmetricEigen } from "@onsager/linalg";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { betaHermite } from "../../src/ensembles/beta-hermite.ts";
import { wigner } from "../../src/ensembles/wigner.ts";
import { kolmogorovDistance } from "../../src/estimation/kolmogorov-distance.ts";
import { localResolvent } from "../../src/estimation/local-resolvent.ts";
import { spectralDensity } from "../../src/estimation/spectral-density.ts";
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

describe("localResolvent", () => {
  const A = { rows: 2, cols: 2, data: Float64Array.of(2, 1, 1, 3) };
  const eigen = symmetricEigen(A);

  test("is the diagonal of (z - A)^{-1}", () => {
    // det(z - A) = (z - 2)(z - 3) - 1 at z = i is 4 - 5i; the entries are (z - 3)/det and (z - 2)/det.
    const [first, second] = localResolvent(eigen, { re: 0, im: 1 });
    expect(first!.re).toBeCloseTo((-3 * 4 - 5) / 41, 14);
    expect(first!.im).toBeCloseTo((4 - 15) / 41, 14);
    expect(second!.re).toBeCloseTo((-2 * 4 - 5) / 41, 14);
    expect(second!.im).toBeCloseTo((4 - 10) / 41, 14);
  });

  test("of a direction is the quadratic form, off the real axis and on it", () => {
    const directions = { rows: 1, cols: 2, data: Float64Array.of(Math.SQRT1_2, Math.SQRT1_2) };
    // (z - A)^{-1} at z = 5 is [[2, 1], [1, 3]]/5.
    const [form] = localResolvent(eigen, { re: 5, im: 0 }, { directions });
    expect(form!.re).toBeCloseTo(7 / 10, 14);
    expect(form!.im).toBeCloseTo(0, 14);
  });

  test("of a Wigner matrix is the semicircle's transform in every direction", () => {
    const n = 300;
    const z = { re: 0.7, im: 0.3 };
    const values = localResolvent(symmetricEigen(wigner().sample(n, stream(1))), z);
    const { re, im } = wigner().law.stieltjes(z);
    const mean = values.reduce((sum, G) => ({ re: sum.re + G.re / n, im: sum.im + G.im / n }), {
      re: 0,
      im: 0,
    });
    expect(values.length).toBe(n);
    // The local law: each within a few sqrt(Im G/(n eta)), their mean within a few 1/(n eta).
    const each = Math.sqrt(-im / (n * z.im));
    for (const G of values) expect(Math.hypot(G.re - re, G.im - im)).toBeLessThan(5 * each);
    expect(Math.hypot(mean.re - re, mean.im - im)).toBeLessThan(5 / (n * z.im));
  });

  test.each([
    [{ re: Number.NaN, im: 1 }, {}, /^localResolvent: z.re must be a finite number, got NaN$/],
    [{ re: 0, im: Infinity }, {}, /^localResolvent: z.im must be a finite number, got Infinity$/],
    [
      { re: 0, im: 1 },
      { directions: { rows: 1, cols: 3, data: new Float64Array(3) } },
      /^localResolvent: directions.cols must be 2, got 3$/,
    ],
  ])("rejects %o, %o", (z, options, message) => {
    expect(() => localResolvent(eigen, z, options)).toThrow(message);
  });
});
