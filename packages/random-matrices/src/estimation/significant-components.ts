import { reject, requireOptions, requirePositive } from "../argument-checks.ts";
import { type TracyWidom, tracyWidom } from "../laws/tracy-widom.ts";
import { type CovarianceSpectrum, requireCovarianceSpectrum } from "./covariance-spectrum.ts";
import { noiseVariance } from "./fit-marchenko-pastur.ts";

/** Options of `significantComponents`. */
export interface SignificantComponentsOptions {
  /** Probability of a false component where there is none, in (0, 1); default 0.01. */
  readonly level?: number;
  /**
   * Variance of the noise, > 0; by default fitted before each test, the components found so far left out, which makes p-values a little
   * too large: the largest eigenvalue has its part in the fit.
   */
  readonly variance?: number;
}

/** A component with its test against noise. */
export interface TestedComponent {
  /** The sample eigenvalue. */
  readonly eigenvalue: number;
  /** It centred and scaled: the Tracy-Widom law of beta = 1 under noise. */
  readonly statistic: number;
  /** Probability that noise has an eigenvalue at least as large. */
  readonly pValue: number;
  /** The variance of the noise that it was tested with; 0 where none is left. */
  readonly variance: number;
}

/** The components that noise does not explain. */
export interface SignificantComponents {
  /** Their number. */
  readonly count: number;
  /** Every test that was made, in decreasing order of eigenvalues: `count` significant ones and the first that is not, if any. */
  readonly tested: readonly TestedComponent[];
}

/** Centre and scale of the largest eigenvalue of X^T X for n x d standard normals. */
function johnstone(n: number, d: number): { readonly centre: number; readonly scale: number } {
  const [a, b] = [Math.sqrt(n - 0.5), Math.sqrt(d - 0.5)];
  return { centre: (a + b) ** 2, scale: (a + b) * Math.cbrt(1 / a + 1 / b) };
}

/**
 * The number of components of a sample covariance that are larger than white noise explains, by Tracy-Widom tests one after the other.
 * k strong components leave the noise of n' = n - k samples in dimension d' = d - k, of which (n l_{k+1}/sigma^2 - mu)/s has nearly the
 * Tracy-Widom law of beta = 1, with mu = (a + b)^2, s = (a + b) (1/a + 1/b)^{1/3}, a = sqrt(n' - 1/2), b = sqrt(d' - 1/2). It stops at
 * the first eigenvalue that is not significant. Where no noise is left, in data of low rank, all eigenvalues but zeros are.
 *
 * @param spectrum - from `covarianceSpectrum`
 * @param options - `level` (default 0.01), `variance` of the noise (default fitted)
 * @throws RangeError if an option is out of range; TypeError or RangeError if the spectrum does not fit its sizes
 *
 * @example
 * const { count, tested } = significantComponents(covarianceSpectrum(X), { level: 0.001 });
 *
 * @see I. Johnstone, On the distribution of the largest eigenvalue in principal components analysis (2001), the shifts by 1/2 of Z. Ma,
 *   Accuracy of the Tracy-Widom limits for the extreme eigenvalues in white Wishart matrices (2012); S. Kritchman, B. Nadler,
 *   Non-parametric detection of the number of signals (2009).
 */
export function significantComponents(
  spectrum: CovarianceSpectrum,
  options: SignificantComponentsOptions = {},
): SignificantComponents {
  requireCovarianceSpectrum("significantComponents", spectrum);
  requireOptions("significantComponents", options);
  const { level = 0.01, variance } = options;
  if (!(Number.isFinite(level) && level > 0 && level < 1))
    reject("significantComponents", "level", "be in (0, 1)", level);
  if (variance !== undefined) requirePositive("significantComponents", "variance", variance);
  const law = tracyWidom({ beta: 1 });
  const tested: TestedComponent[] = [];
  const clean = withoutRounding(spectrum);
  for (let k = 0; k < spectrum.eigenvalues.length; k++) {
    tested.push(testComponent(clean, k, variance, law));
    if (!(tested[k]!.pValue <= level)) return { count: k, tested };
  }
  return { count: tested.length, tested };
}

/** A spectrum with zeros for the eigenvalues that are rounding beside the largest. */
function withoutRounding(spectrum: CovarianceSpectrum): CovarianceSpectrum {
  const { eigenvalues, samples, dimension } = spectrum;
  const least = Number.EPSILON * Math.max(samples, dimension) * (eigenvalues[0] ?? 0);
  return { ...spectrum, eigenvalues: eigenvalues.map((value) => (value > least ? value : 0)) };
}

/** The test of component k + 1 after k have been found. */
function testComponent(
  spectrum: CovarianceSpectrum,
  k: number,
  known: number | undefined,
  law: TracyWidom,
): TestedComponent {
  const { samples, dimension, eigenvalues } = spectrum;
  const variance = known ?? noiseVariance(spectrum, k);
  const { centre, scale } = johnstone(samples - k, dimension - k);
  const eigenvalue = eigenvalues[k]!;
  const inNoise = eigenvalue === 0 ? 0 : (samples * eigenvalue) / variance;
  const statistic = (inNoise - centre) / scale;
  return { eigenvalue, statistic, pValue: law.survival(statistic), variance };
}
