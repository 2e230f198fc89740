import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { kolmogorovDistance, type SpectralLaw, sampleLaw } from "../../src/index.ts";
import { expectClose } from "./close-to.ts";
import { boundedEnds, expectation, type Measure, measureOf } from "./measure.ts";

/** sqrt(n) times Kolmogorov's distance exceeds this with probability 2 exp(-2 x^2) = 6e-7, as 5 standard errors do. */
const kolmogorovBound = 2.74;
const samples = 200;
const probabilities = [1e-6, 0.001, 0.03, 0.2, 0.5, 0.7, 0.93, 0.999, 1 - 1e-6];

/** The laws that every spectral law passes. */
export function describeLaw(title: string, law: SpectralLaw): void {
  describe(title, () => {
    let made: Measure | undefined;
    const mean = (f: (x: number) => number): number => {
      made ??= measureOf(law);
      return expectation(made, f);
    };
    const ends = () => boundedEnds([law.quantile(0), law.quantile(1)]);
    const width = () => Math.max(ends()[1] - ends()[0], Math.abs(ends()[0]), Math.abs(ends()[1]));
    /** From the nearest edge, or from 0, where densities may diverge. */
    const distance = (x: number) =>
      Math.min(Math.abs(x), 1, ...law.support.flat().map((edge) => Math.abs(x - edge)));
    /** Points inside of the support, in each of its intervals. */
    const inside = () =>
      [0.03, 0.2, 0.49, 0.8, 0.97].flatMap((part) => {
        const below = law.support.map(([lower]) => law.cdf(lower));
        const above = law.support.map(([, upper]) => law.cdf(upper));
        return below.map((p, i) => law.quantile(p + part * (above[i]! - p)));
      });

    test("mass 1: density and atoms sum to 1, and the density is not negative", () => {
      expectClose(
        mean(() => 1),
        1,
        1e-11,
      );
      expect(made!.masses.every((mass) => mass >= 0)).toBe(true);
    });

    test("density = -Im G(x + i0)/pi", () => {
      for (const x of inside()) {
        const scale = 1e-10 * Math.max(1, law.density(x));
        expect(Math.abs(law.density(x) + law.stieltjes({ re: x, im: 0 }).im / Math.PI)).toBeLessThan(scale);
      }
    });

    test("G(z) = E[1/(z - x)] off the axis, the lower half-plane mirroring the upper, and G' is its derivative", () => {
      const [lower, upper] = ends();
      for (const part of [-0.5, 0, 0.3, 1.2]) {
        const [re, im] = [lower + part * (upper - lower), width() / 2];
        const square = (x: number) => (re - x) ** 2 + im ** 2;
        const [G, slope] = [law.stieltjes({ re, im }), law.stieltjesDerivative({ re, im })];
        expectClose(G.re * width(), mean((x) => (re - x) / square(x)) * width(), 1e-11);
        expectClose(G.im * width(), mean((x) => -im / square(x)) * width(), 1e-11);
        expectClose(
          slope.re * width() ** 2,
          mean((x) => (im ** 2 - (re - x) ** 2) / square(x) ** 2) * width() ** 2,
          1e-9,
        );
        expectClose(
          slope.im * width() ** 2,
          mean((x) => (2 * im * (re - x)) / square(x) ** 2) * width() ** 2,
          1e-9,
        );
        expect(law.stieltjes({ re, im: -im })).toEqual({ re: G.re, im: -G.im });
      }
    });

    test("G is real on the axis outside, and continuous there with its derivative", () => {
      for (const re of [ends()[0] - width() / 3, ends()[1] + width() / 3]) {
        const [G, slope] = [law.stieltjes({ re, im: 0 }), law.stieltjesDerivative({ re, im: 0 })];
        expectClose(G.re * width(), mean((x) => 1 / (re - x)) * width(), 1e-10);
        expectClose(slope.re * width() ** 2, mean((x) => -1 / (re - x) ** 2) * width() ** 2, 1e-9);
        expect(Math.abs(G.im)).toBeLessThan(1e-14);
        const above = law.stieltjes({ re, im: 1e-7 * width() });
        expectClose(above.re * width(), G.re * width(), 1e-11);
        expectClose(above.im, 1e-7 * width() * slope.re, 1e-11);
      }
    });

    test("edges: outside G is real, and 1e-9 inside the density goes as a power k/6 of the distance", () => {
      for (const [lower, upper] of law.support) {
        if (!Number.isFinite(lower)) continue;
        for (const [edge, direction] of [
          [lower, upper - lower],
          [upper, lower - upper],
        ] as const) {
          const at = (part: number) => -law.stieltjes({ re: edge + part * direction, im: 0 }).im;
          expect(Math.abs(at(-1e-9))).toBeLessThan(1e-4 * at(1e-9));
          const sixths = 3 * Math.log2(at(4e-9) / at(1e-9));
          expectClose(sixths, Math.round(sixths), 0.02);
        }
      }
    });

    test("the distribution function is the integral of the density: cdf' = density, and cdf(quantile(p)) = p", () => {
      for (const x of inside()) {
        const step = 1e-3 * distance(x);
        const slope = (law.cdf(x + step) - law.cdf(x - step)) / (2 * step);
        expectClose(slope / law.density(x), 1, 1e-5);
      }
      for (const p of probabilities) {
        const x = law.quantile(p);
        const atom = law.atoms.find(({ at }) => at === x);
        if (atom === undefined) expect(Math.abs(law.cdf(x) - p)).toBeLessThan(1e-12);
        else expect(p - (law.cdf(x) - atom.mass)).toBeGreaterThan(-1e-12);
        if (atom !== undefined) expect(law.cdf(x) - p).toBeGreaterThan(-1e-12);
      }
    });

    test("quantiles ascend from the lowest to the highest point, where the distribution function is 1", () => {
      const quantiles = [0, ...probabilities, 1].map(law.quantile);
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      expectClose(law.cdf(law.quantile(1)), 1, 1e-12);
      expect(law.cdf(ends()[0] - width())).toBeLessThan(1e-16);
    });

    test("moments, where declared, are those of density and atoms", () => {
      for (let k = 1; k <= 8 && law.moment !== undefined; k++) {
        const size = Math.max(
          1,
          mean((x) => Math.abs(x) ** k),
        );
        expect(Math.abs(law.moment(k) - mean((x) => x ** k))).toBeLessThan(1e-10 * size);
      }
    });

    test("R and S, where declared, invert G and z G - 1 outside of the law", () => {
      const z = { re: ends()[1] + 3 * width(), im: width() };
      const G = law.stieltjes(z);
      const R = law.rTransform?.(G);
      if (R !== undefined) {
        const size = G.re ** 2 + G.im ** 2;
        expectClose(R.re + G.re / size, z.re, 1e-11);
        expectClose(R.im - G.im / size, z.im, 1e-11);
      }
      const t = { re: z.re * G.re - z.im * G.im - 1, im: z.re * G.im + z.im * G.re };
      const S = law.sTransform?.(t);
      if (S !== undefined) {
        // z t S = 1 + t.
        const tS = { re: t.re * S.re - t.im * S.im, im: t.re * S.im + t.im * S.re };
        expectClose(z.re * tS.re - z.im * tS.im, 1 + t.re, 1e-11);
        expectClose(z.re * tS.im + z.im * tS.re, t.im, 1e-11);
      }
    });

    test("samples are within Kolmogorov's bound", () => {
      const values = sampleLaw(law, samples, stream(4).split("laws").split(law.name));
      expect(kolmogorovDistance(values, law) * Math.sqrt(samples)).toBeLessThan(kolmogorovBound);
    });

    test("refuses NaN and probabilities outside of [0, 1]", () => {
      expect(() => law.density(Number.NaN)).toThrow(RangeError);
      expect(() => law.cdf(Number.NaN)).toThrow(RangeError);
      for (const p of [Number.NaN, -0.1, 1.1]) expect(() => law.quantile(p)).toThrow(RangeError);
      for (const k of [0, 1.5, Number.NaN]) if (law.moment) expect(() => law.moment!(k)).toThrow(RangeError);
    });
  });
}
