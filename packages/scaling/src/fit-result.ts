import type { Convergence } from "./convergence.ts";
import type { Parameters } from "./scaling-law.ts";

/** A fit in the coordinates in which it was made: logarithms of the positive parameters, x and y in units near their geometric means. */
export interface Estimate {
  /** One number a parameter. */
  readonly coordinates: Float64Array;
  /** Their covariance, row by row. */
  readonly covariance: Float64Array;
}

/** What a fit found. */
export interface FitResult<P extends string = string> {
  /** The name of the law. */
  readonly law: string;
  /** The parameters, by name. */
  readonly parameters: Parameters<P>;
  /** Their standard errors. */
  readonly standardErrors: Parameters<P>;
  /** Their intervals of the confidence that was asked for. */
  readonly intervals: Readonly<Record<P, readonly [low: number, high: number]>>;
  /** The probability with which an interval should hold the truth. */
  readonly confidence: number;
  /** How the interval was made. */
  readonly interval: "studentised" | "percentile" | "student";
  /** Whether logarithms were compared, or y itself. */
  readonly residuals: "log" | "linear";
  /** Points fitted: distinct x where there are seeds. */
  readonly points: number;
  /** Degrees of freedom of the standard errors: seeds - 1, infinite where standard errors were given, else points - parameters. */
  readonly degreesOfFreedom: number;
  /** The weighted sum of squares of residuals. */
  readonly residualSum: number;
  /** Bayes's information criterion, n log(residualSum/n) + p log n, or residualSum + p log n where standard errors were given; lower is better. */
  readonly bic: number;
  /** The least and the largest x. */
  readonly domain: readonly [least: number, largest: number];
  /** The units of x and y in which coordinates are. */
  readonly units: readonly [x: number, y: number];
  /** The fit in its coordinates, from which intervals of other quantities come. */
  readonly estimate: Estimate;
  /** Fits to the bootstrap samples; none without a stream. */
  readonly replicates: readonly Estimate[];
  /** How the search for the least sum of squares ended. */
  readonly convergence: Convergence;
}
