import { requireFinite, requireOptions } from "./argument-checks.ts";
import type { Denoiser, Moments } from "./denoiser.ts";
import { requireNoise, requirePrecision } from "./parts/require-precision.ts";
import type { Prior } from "./prior.ts";

/** The law of the fields, B = signal w* + sqrt(noise) z, and what the denoiser takes for their precision. */
export interface StateMomentsOptions {
  /** Any finite number. */
  readonly signal: number;
  /** At least 0. */
  readonly noise: number;
  /** A, at least 0; default `noise`. */
  readonly precision?: number;
}

/**
 * One step of state evolution off the Bayes-optimal line: E[eta w*], E[eta^2] and E[d eta/dB] of eta(A, B) over w* from a prior and
 * B = signal w* + sqrt(noise) z, by quadrature that splits at the denoiser's kinks. On that line (the prior's own posterior mean,
 * signal = noise = A) the first two are `prior.overlap(A)` and the third `mmse(prior, A)`.
 *
 * @param truth - the prior of w*
 * @param denoiser - eta: another prior, a denoiser, or the same prior
 * @param options - `signal`, finite; `noise`, finite, >= 0; `precision` A, finite, >= 0, default `noise`
 * @throws RangeError or TypeError when an option is not as described
 * @example stateMoments(rademacher, softThreshold({ multiple: 1 }), { signal: 2, noise: 1 }).overlap
 */
export function stateMoments(truth: Prior, denoiser: Denoiser, options: StateMomentsOptions): Moments {
  requireOptions("stateMoments", options);
  const { signal, noise, precision = noise } = options;
  requireFinite("stateMoments", "signal", signal);
  requireNoise("stateMoments", noise);
  requirePrecision("stateMoments", precision);
  if (denoiser.moments !== undefined) return denoiser.moments(truth, signal, noise);
  const kinks = denoiser.kinks?.(precision) ?? [];
  const estimate = estimateAt(denoiser, precision);
  const average = (g: (mean: number, B: number) => number): number =>
    truth.fieldExpectation(signal, noise, (B, { mean }) => g(mean, B), kinks);
  return {
    overlap: average((mean, B) => mean * estimate(B).mean),
    meanSquare: average((_, B) => estimate(B).mean ** 2),
    derivative: average((_, B) => estimate(B).derivative),
  };
}

/** B -> eta(A, B) of one coordinate and its derivative. */
function estimateAt(denoiser: Denoiser, A: number): (B: number) => { mean: number; derivative: number } {
  const field = new Float64Array(1);
  const mean = new Float64Array(1);
  const variance = new Float64Array(1);
  return (B) => {
    field[0] = B;
    denoiser.denoiseAll(A, field, mean, variance);
    return { mean: mean[0]!, derivative: variance[0]! };
  };
}
