import type { Expectation } from "./expectation.ts";

/** What an integrand gives at a point, and what a weighted sum over points gives. */
export interface Sample {
  readonly value: number;
  readonly magnitude: number;
  /** Absolute error of the value, as far as known. */
  readonly error: number;
}

/** The sample of an integrand whose values are exact. */
export function exactSample(value: number): Sample {
  return { value, magnitude: Math.abs(value), error: 0 };
}

/** The sample of an integrand whose values are themselves expectations. */
export function expectationSample({ value, magnitude, convergence }: Expectation): Sample {
  return { value, magnitude, error: magnitude === 0 ? 0 : convergence.residual * magnitude };
}
