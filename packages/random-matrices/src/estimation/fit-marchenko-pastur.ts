import { reject, requireInteger, requireOptions } from "../argument-checks.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { type CovarianceSpectrum, requireCovarianceSpectrum } from "./covariance-spectrum.ts";
import { kolmogorovDistance } from "./kolmogorov-distance.ts";

/** Options of `fitMarchenkoPastur`. */
export interface FitMarchenkoPasturOptions {
  /** Number of largest eigenvalues known not to be noise, which are left out; from 0, default 0. */
  readonly spikes?: number;
}

/** A Marchenko-Pastur law fitted to a spectrum. */
export interface MarchenkoPasturFit {
  /** sigma^2, the variance of the noise. */
  readonly variance: number;
  /** gamma = (d - k)/(n - k) of the noise, k spikes left out. */
  readonly ratio: number;
  /** The fitted law. */
  readonly law: SpectralLaw;
  /** Kolmogorov distance between the eigenvalues that were fitted and the law: large where the noise is not white. */
  readonly distance: number;
}

/** The part of the ranks that is matched, and how many of them. */
const CENTRAL = [0.1, 0.9] as const;
const RANKS = 100;

/** Ranks in increasing order from 0, of which `count` exist, that are matched. */
function matchedRanks(count: number): number[] {
  const [from, to] = CENTRAL.map((part) => part * (count - 1)) as [number, number];
  const ranks = Array.from({ length: RANKS }, (_, k) => Math.round(from + ((to - from) * k) / (RANKS - 1)));
  return [...new Set(ranks)];
}

/** The factor sum_i q_i l_i/sum_i q_i^2 between the eigenvalues, ascending, and the quantiles of the law of unit variance. */
function matchedScale(noise: Float64Array, ratio: number, d: number): number {
  const zeros = d - noise.length;
  const unit = marchenkoPastur({ ratio });
  let [matched, squares] = [0, 0];
  for (const rank of matchedRanks(noise.length)) {
    const q = unit.quantile((zeros + rank + 0.5) / d);
    matched += q * noise[rank]!;
    squares += q * q;
  }
  return matched / squares;
}

/** The eigenvalues with the zeros of more dimensions than samples. */
function withZeros(eigenvalues: Float64Array, d: number): Float64Array {
  const all = new Float64Array(d);
  all.set(eigenvalues);
  return all;
}

/**
 * The Marchenko-Pastur law of the noise in a spectrum, by matching of quantiles: with q_i the quantile (i + 1/2)/d of the law of unit
 * variance, sigma^2 = sum_i q_i l_i/sum_i q_i^2 over the ranks i of the positive eigenvalues l_i but the lowest and the highest tenth.
 * A few spikes hardly move it, as k of them shift ranks by k at most; k that are left out leave noise of n - k samples in dimension
 * d - k.
 *
 * @param spectrum - from `covarianceSpectrum`
 * @param options - `spikes` left out (default 0)
 * @throws RangeError if `spikes` leaves no eigenvalue or there is no noise; TypeError or RangeError if the spectrum does not fit its sizes
 *
 * @example
 * fitMarchenkoPastur(covarianceSpectrum(X)).variance; // of the noise, whatever the few large components
 */
export function fitMarchenkoPastur(
  spectrum: CovarianceSpectrum,
  options: FitMarchenkoPasturOptions = {},
): MarchenkoPasturFit {
  requireCovarianceSpectrum("fitMarchenkoPastur", spectrum);
  requireOptions("fitMarchenkoPastur", options);
  const { spikes = 0 } = options;
  requireInteger("fitMarchenkoPastur", "spikes", spikes, 0, spectrum.eigenvalues.length - 1);
  const { noise, samples: n, dimension: d, scale } = noiseOf(spectrum, spikes);
  const ratio = d / n;
  if (!(scale > 0))
    reject("fitMarchenkoPastur", "spectrum.eigenvalues", "be positive in the middle of the spectrum", scale);
  const law = marchenkoPastur({ ratio, variance: scale });
  const distance = kolmogorovDistance(withZeros(noise, d), law);
  return { variance: (scale * spectrum.samples) / n, ratio, law, distance };
}

/** The variance of the noise that is left of a spectrum without its largest eigenvalues; 0 where that is half zeros. */
export function noiseVariance(spectrum: CovarianceSpectrum, spikes: number): number {
  const { scale, samples } = noiseOf(spectrum, spikes);
  return (scale * spectrum.samples) / samples;
}

function noiseOf({ eigenvalues, samples, dimension }: CovarianceSpectrum, spikes: number) {
  const noise = eigenvalues.slice(spikes).reverse();
  const [n, d] = [samples - spikes, dimension - spikes];
  return { noise, samples: n, dimension: d, scale: matchedScale(noise, d / n, d) };
}
