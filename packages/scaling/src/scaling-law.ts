import type { FitOptions } from "./fit-options.ts";
import type { FitResult } from "./fit-result.ts";
import type { Stream } from "./random.ts";

/** Values of the parameters of a law. */
export type Parameters<P extends string> = Readonly<Record<P, number>>;

/** What a law is made of: see `defineFit`. */
export interface LawDefinition<P extends string> {
  /** Its name in kebab-case. */
  readonly name: string;
  /** The formula in the names of the parameters, such as `amplitude x^-exponent`. */
  readonly formula: string;
  /** Each parameter in its order, and the numbers among which it is: a positive one is fitted by its logarithm. */
  readonly parameters: Readonly<Record<P, "positive" | "real">>;
  /** Parameters of a typical curve over x from 1e2 to 1e5, for examples and for the laws that each member has to pass. */
  readonly example: Parameters<P>;
  /** The value at a positive x. */
  evaluate(parameters: Parameters<P>, x: number): number;
  /** The same curve in other units: evaluate(rescale(p, X, Y), X x) = Y evaluate(p, x). */
  rescale(parameters: Parameters<P>, xUnit: number, yUnit: number): Parameters<P>;
  /** One or more points from which to look for the best fit; x and y have geometric means near 1. */
  starts(x: Float64Array, y: Float64Array): readonly Parameters<P>[];
}

/** A law y = f(x) of scaling, positive x, that can be fitted. */
export interface ScalingLaw<P extends string = string> extends LawDefinition<P> {
  /**
   * The best fit to points, with standard errors and intervals.
   *
   * Without `seeds` each point counts by itself. With them y is averaged over the seeds at each x, and errors come from the spread
   * between whole seeds, whose points may depend on one another. With a stream intervals come from the bootstrap (studentised unless
   * asked otherwise: whole seeds are drawn with replacement; without seeds errors are); without one from Student's t.
   *
   * @param x - positive numbers
   * @param y - as many numbers; positive unless `residuals` is `linear`
   * @param options - seeds, standard errors, residuals, confidence
   * @param random - a stream for the bootstrap
   * @throws TypeError when lengths do not fit, or there are fewer points than parameters; RangeError when numbers are out of range
   */
  fit(x: ArrayLike<number>, y: ArrayLike<number>, options?: FitOptions, random?: Stream): FitResult<P>;
}
