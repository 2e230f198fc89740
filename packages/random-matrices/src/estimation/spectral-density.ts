import {
  reject,
  rejectKind,
  requireFiniteArray,
  requireInteger,
  requireOptions,
} from "../argument-checks.ts";
import type { SpectralLaw } from "../spectral-law.ts";

/** Options of `spectralDensity`. */
export interface SpectralDensityOptions {
  /** Law to draw over the histogram. */
  readonly law?: Pick<SpectralLaw, "density">;
  /** Number of intervals, >= 1; default the square root of the number of values, rounded up. */
  readonly bins?: number;
  /** Ends of the histogram, the first below the second; default those of the values. */
  readonly range?: readonly [number, number];
}

/** An interval of a histogram: a row of plain data for a figure. */
export interface SpectralDensityRow {
  /** Left end. */
  readonly from: number;
  /** Right end. */
  readonly to: number;
  /** Middle. */
  readonly x: number;
  /** Number of values in [from, to), in the last interval [from, to]. */
  readonly count: number;
  /** count/(n (to - from)): the empirical spectral density. */
  readonly density: number;
  /** The law's density at x; undefined without a law. */
  readonly law: number | undefined;
}

/** The ends of the values; of a single value, half a unit to both sides. */
function endsOf(values: ArrayLike<number>): readonly [number, number] {
  const from = Array.from(values).reduce((least, value) => Math.min(least, value), Infinity);
  const to = Array.from(values).reduce((most, value) => Math.max(most, value), -Infinity);
  return from < to ? [from, to] : [from - 0.5, to + 0.5];
}

/** How many values lie in each of `bins` equal intervals of [from, to]. */
function counts(
  values: ArrayLike<number>,
  bins: number,
  [from, to]: readonly [number, number],
): Float64Array {
  const out = new Float64Array(bins);
  for (const value of Array.from(values)) {
    const bin = value === to ? bins - 1 : Math.floor(((value - from) / (to - from)) * bins);
    if (bin >= 0 && bin < bins) out[bin]!++;
  }
  return out;
}

/**
 * The empirical spectral density of some values as a histogram of equal intervals, with a law's density beside it: rows for a figure.
 *
 * @param values - n >= 1 finite numbers, such as eigenvalues, in any order; those outside of `range` count in n alone
 * @param options - `law` (default none), `bins` (default ceil(sqrt(n))), `range` (default the ends of the values)
 * @throws TypeError or RangeError if values are not finite numbers, or an option is out of range
 *
 * @example
 * const ensemble = wigner();
 * const values = ensemble.spectrum(ensemble.sample(1000, stream(1)));
 * spectralDensity(values, { law: ensemble.law, bins: 40 })[20]; // { from, to, x, count, density, law }
 */
export function spectralDensity(
  values: ArrayLike<number>,
  options: SpectralDensityOptions = {},
): SpectralDensityRow[] {
  requireFiniteArray("spectralDensity", "values", values);
  requireInteger("spectralDensity", "values.length", values.length, 1, 2 ** 32 - 1);
  requireOptions("spectralDensity", options);
  const { law, bins = Math.ceil(Math.sqrt(values.length)), range = endsOf(values) } = options;
  requireInteger("spectralDensity", "bins", bins, 1, 2 ** 24);
  if (law !== undefined && typeof law?.density !== "function")
    rejectKind("spectralDensity", "law", "be a spectral law", law);
  if (!Array.isArray(range)) rejectKind("spectralDensity", "range", "be two numbers", range);
  const [start, end] = range;
  if (!(Number.isFinite(start) && Number.isFinite(end) && start < end))
    reject(
      "spectralDensity",
      "range",
      "be two finite numbers, the first below the second",
      `${start}, ${end}`,
    );
  const width = (end - start) / bins;
  return Array.from(counts(values, bins, range), (count, bin) => {
    const [from, x, to] = [0, 0.5, 1].map((part) => start + (bin + part) * width) as [number, number, number];
    const density = count / (values.length * width);
    return { from, to, x, count, density, law: law?.density(x) };
  });
}
