import { type Matrix, symmetricEigenvalues, weightedGram } from "@onsager/linalg";
import { type Law, normal } from "@onsager/random";
import { reject, requireFiniteArray, requireInteger, requireOptions } from "../argument-checks.ts";
import { requireBounded } from "../convolution/require-bounded.ts";
import type { Ensemble } from "../ensemble.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import { sampleCovariance } from "../laws/sample-covariance.ts";
import { requireMatrix } from "../require-matrix.ts";
import { requireRatio } from "../require-parameters.ts";
import { fillEntries, requireEntries } from "../sampling/fill-entries.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { scaledSize } from "../sampling/scaled-size.ts";
import { storage } from "../sampling/storage.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `wishart`. */
export interface WishartOptions {
  /** gamma = d/n, from 1e-16 to 1e16: the dimension d over the number n of samples. */
  readonly ratio: number;
  /** H, the law of the eigenvalues of the population covariance, bounded and nowhere negative; default all 1. */
  readonly population?: SpectralLaw;
  /** Population eigenvalues >= 0 of the first coordinates, in the place of those of H; default none. */
  readonly spikes?: readonly number[];
  /** Law of the entries before they are centred and scaled, of positive variance; default `normal`. */
  readonly entries?: Law;
}

/** Standard deviations of the d coordinates: the spikes, then the quantiles (i + 1/2)/d of H. */
function deviations(d: number, population: SpectralLaw | undefined, spikes: readonly number[]): Float64Array {
  return Float64Array.from({ length: d }, (_, i) =>
    Math.sqrt(spikes[i] ?? population?.quantile((i + 0.5) / d) ?? 1),
  );
}

/** Requires spikes that are finite and not negative. */
function requireSpikes(spikes: readonly number[]): void {
  requireFiniteArray("wishart", "spikes", spikes);
  for (const [k, spike] of spikes.entries())
    if (spike < 0) reject("wishart", `spikes[${k}]`, "be at least 0", spike);
}

/**
 * The sample covariance S = X^T X/n of n = d/gamma samples (rounded, at least 1) with a diagonal population covariance: X is n x d, its
 * column i has independent entries of mean 0 and variance t_i, the spikes first and then the quantiles (i + 1/2)/d of H. With normal
 * entries this is Wishart's ensemble in the basis of the population's eigenvectors; apply an orthogonal matrix for another. The spectrum
 * tends to the law of Marchenko and Pastur if H is a point, in general to `sampleCovariance({ ratio, population })`; for outliers see
 * `covarianceOutlier`.
 *
 * Draws n d values of `entries`, one sample after the other; the dimension of a sample is d.
 *
 * @param options - `ratio` > 0; `population` (default all 1), `spikes` (default none), `entries` (default `normal`)
 * @throws RangeError if ratio or a spike is out of range, or the population unbounded; TypeError for options of a wrong kind
 *
 * @example
 * const S = wishart({ ratio: 0.5, spikes: [3] }).sample(400, stream(1)); // 800 samples, an eigenvalue at about 3.75
 *
 * @see J. Wishart, The generalised product moment distribution in samples from a normal multivariate population (1928).
 */
export function wishart(options: WishartOptions): Ensemble<Matrix> {
  requireOptions("wishart", options);
  const { ratio, population, spikes = [], entries = normal } = options;
  requireRatio("wishart", "ratio", ratio);
  if (population !== undefined) requireBounded("wishart", "population", population, 0);
  requireSpikes(spikes);
  requireEntries("wishart", entries);
  return {
    name: "wishart",
    symmetry: "symmetric",
    law: population === undefined ? marchenkoPastur({ ratio }) : sampleCovariance({ ratio, population }),
    sample(d, random) {
      requireDraw("wishart", d, random);
      requireInteger("wishart", "spikes.length", spikes.length, 0, d);
      const n = scaledSize(d, 1 / ratio);
      const X = { rows: n, cols: d, data: storage("wishart", [n, d], "f64") };
      fillEntries(entries, 1, X.data, random);
      scaleColumns(X, deviations(d, population, spikes));
      return weightedGram(X, { alpha: 1 / n });
    },
    spectrum(S) {
      requireMatrix("wishart", "sample", S);
      return symmetricEigenvalues(S, { checkSymmetry: false }).values;
    },
  };
}

function scaleColumns({ cols, data }: Matrix, factors: Float64Array): void {
  for (let at = 0; at < data.length; at++) data[at]! *= factors[at % cols]!;
}
