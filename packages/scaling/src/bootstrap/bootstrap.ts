import { rejectKind, requireFunction, requireInteger } from "../argument-checks.ts";
import type { Stream } from "../random.ts";
import { requireProbability } from "../require-probability.ts";
import { drawUnits } from "./draw-units.ts";
import { deviationOf, tailsOf } from "./spread.ts";

/** How to bootstrap. */
export interface BootstrapOptions<T> {
  /** Number of samples; default 999. */
  readonly replicates?: number;
  /** The probability with which the interval should hold the truth, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** The standard error of the statistic on a sample. With it the interval is studentised, without it one of plain quantiles. */
  readonly standardError?: (sample: readonly T[]) => number;
}

/** A statistic, and how it varies over samples of the units. */
export interface Bootstrap {
  /** The statistic of the units themselves. */
  readonly estimate: number;
  /** The standard deviation over the samples on which it is finite. */
  readonly standardError: number;
  /** NaN where it has no number on every sample. */
  readonly interval: readonly [low: number, high: number];
  /** The statistic on each sample. */
  readonly replicates: Float64Array;
}

/**
 * The bootstrap of a statistic of independent units, such as whole seeds: units are drawn with replacement.
 *
 * Studentised, with the quantiles t of (statistic - estimate)/(standard error) over samples, the interval is from
 * estimate - t_high standardError to estimate - t_low standardError.
 *
 * @param units - two or more independent parts of the data
 * @param statistic - a number of some units
 * @param options - number of samples, confidence, standard error
 * @param random - draws one integer a unit and sample
 * @throws TypeError when there are fewer than two units
 * @see B. Efron, R. Tibshirani, An introduction to the bootstrap (1993), sections 12.5 and 13.3
 */
export function bootstrap<T>(
  units: readonly T[],
  statistic: (sample: readonly T[]) => number,
  options: BootstrapOptions<T>,
  random: Stream,
): Bootstrap {
  const { replicates = 999, confidence = 0.95, standardError } = options;
  if (!(Array.isArray(units) && units.length > 1))
    rejectKind("bootstrap", "units", "be two or more", units?.length);
  requireFunction("bootstrap", "statistic", statistic);
  requireInteger("bootstrap", "replicates", replicates, 20, 1e7);
  requireProbability("bootstrap", "confidence", confidence);
  const estimate = statistic(units);
  const own = standardError?.(units);
  const values = new Float64Array(replicates);
  const ratios = values.map((_, b) => {
    const sample = drawUnits(units, random);
    values[b] = statistic(sample);
    return standardError ? (values[b]! - estimate) / standardError(sample) : values[b]!;
  });
  const [low, high] = tailsOf(ratios, confidence);
  return {
    estimate,
    standardError: deviationOf(values),
    interval: own === undefined ? [low, high] : [estimate - high * own, estimate - low * own],
    replicates: values,
  };
}
