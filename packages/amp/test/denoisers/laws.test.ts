import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import {
  type Denoiser,
  denoisers,
  gaussBernoulli,
  gaussian,
  type Prior,
  rademacher,
  stateMoments,
} from "../../src/index.ts";
import { expectMean, meanAndError } from "../helpers/statistics.ts";

const truths: readonly Prior[] = [rademacher, gaussian(), gaussBernoulli({ rho: 0.3, variance: 2 })];
/** Signal and noise, off the Bayes-optimal line. */
const channels = [
  [1.7, 0.8],
  [-0.6, 1.3],
] as const;

function denoised(denoiser: Denoiser, A: number, B: Float64Array) {
  const mean = new Float64Array(B.length);
  const derivative = new Float64Array(B.length);
  denoiser.denoiseAll(A, B, mean, derivative);
  return { mean, derivative };
}

function sampled(prior: Prior, signal: number, noise: number, count: number) {
  const random = stream(11).split(prior.name);
  const truth = Float64Array.from({ length: count }, () => prior.sample(random));
  const z = new Float64Array(count);
  random.split("noise").fillNormal(z);
  return { truth, B: truth.map((w, i) => signal * w + Math.sqrt(noise) * z[i]!) };
}

describe.each(denoisers.map((denoiser) => ({ name: denoiser.name, denoiser })))(
  "denoiser $name",
  ({ denoiser }) => {
    test("the mean derivative is the divergence over N, up to 1/N where coordinates share a norm", () => {
      const { B } = sampled(gaussian(), 1.2, 0.9, 400);
      const A = 0.7;
      const { derivative } = denoised(denoiser, A, B);
      const step = 1e-5;
      const divergence = B.reduce((sum, _, i) => {
        const shifted = (by: number) =>
          denoised(
            denoiser,
            A,
            B.map((b, j) => (j === i ? b + by : b)),
          ).mean[i]!;
        return sum + (shifted(step) - shifted(-step)) / (2 * step);
      }, 0);
      const total = derivative.reduce((sum, value) => sum + value, 0);
      const least = denoiser.moments === undefined ? 1e-8 : 1 / B.length;
      expect(Math.abs(divergence / total - 1)).toBeLessThanOrEqual(least * (1 + 1e-6));
    });

    test("its moments are those of samples", () => {
      for (const truth of truths)
        for (const [signal, noise] of channels) {
          const { truth: w, B } = sampled(truth, signal, noise, 40_000);
          const { mean, derivative } = denoised(denoiser, noise, B);
          const expected = stateMoments(truth, denoiser, { signal, noise });
          expectMean(
            mean.map((eta, i) => eta * w[i]!),
            expected.overlap,
          );
          if (denoiser.moments === undefined) {
            expectMean(derivative, expected.derivative);
            expectMean(
              mean.map((eta) => eta * eta),
              expected.meanSquare,
            );
          } else {
            // One norm for all: its square is a mean over coordinates.
            expectMean(
              B.map((b) => b * b),
              1 / expected.derivative ** 2,
            );
            expect(derivative[0]! ** -2).toBeCloseTo(meanAndError(B.map((b) => b * b)).mean, 10);
            expect(meanAndError(mean.map((eta) => eta * eta)).mean).toBeCloseTo(expected.meanSquare, 12);
          }
        }
    });

    test("kinks are where it is not smooth: between them two grids of quadrature agree", () => {
      for (const kink of denoiser.kinks?.(0.7) ?? []) {
        const jump = (by: number) => denoised(denoiser, 0.7, Float64Array.of(kink + by)).derivative[0]!;
        expect(Math.abs(jump(1e-9) - jump(-1e-9))).toBeGreaterThan(0.1);
      }
    });

    test("in place, and from a field of zeros", () => {
      const B = Float64Array.of(3, -0.2, 0, -4);
      const { mean } = denoised(denoiser, 0.5, B);
      const inPlace = B.slice();
      denoiser.denoiseAll(0.5, inPlace, inPlace, new Float64Array(4));
      expect(inPlace).toEqual(mean);
      for (const A of [0, 1]) {
        const zeros = denoised(denoiser, A, new Float64Array(3));
        expect(zeros.mean).toEqual(new Float64Array(3));
        expect(zeros.derivative.every(Number.isFinite)).toBe(true);
      }
    });

    test("fields of any size", () => {
      for (const size of [1e-300, 1e300]) {
        const { mean } = denoised(denoiser, 1, Float64Array.of(size, -2 * size));
        expect(mean.every(Number.isFinite)).toBe(true);
      }
      expect(denoised(denoiser, 1, Float64Array.of(1, Number.NaN)).mean[1]).toBeNaN();
    });

    test("bad arguments are told by name", () => {
      const out = new Float64Array(2);
      expect(() => denoiser.denoiseAll(Number.NaN, out, out, out)).toThrow(
        new RangeError("denoiseAll: A must be a finite number, at least 0, got NaN"),
      );
      expect(() => denoiser.denoiseAll(1, out, new Float64Array(3), out)).toThrow(
        new TypeError("denoiseAll: mean must have B.length = 2 entries, got 3"),
      );
      expect(() => denoiser.denoiseAll(1, out, out, new Float64Array(1))).toThrow(TypeError);
    });
  },
);
