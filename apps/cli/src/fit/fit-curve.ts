import { stream } from "@onsager/random";
import {
  type Extrapolation,
  extrapolate,
  type FitOptions,
  type FitResult,
  fits,
  type ScalingLaw,
} from "@onsager/scaling";

/** A learning curve of a user. */
export interface Curve {
  /** Sizes, positive. */
  readonly x: Float64Array;
  /** What was measured. */
  readonly y: Float64Array;
  /** Which replicate each point belongs to. */
  readonly seeds: readonly (number | string)[] | undefined;
}

/** A law fitted to a curve. */
export interface FittedLaw {
  /** The law. */
  readonly law: ScalingLaw;
  /** Parameters, errors, intervals. */
  readonly result: FitResult;
  /** Its values where they were asked for. */
  readonly extrapolations: readonly Extrapolation[];
}

/** A law that does not fit, and why. */
export interface UnfittedLaw {
  /** Its name. */
  readonly law: string;
  /** The reason. */
  readonly reason: string;
}

/** The fits of a curve, the best first. */
export interface FittedCurve {
  /** In increasing order of Bayes's information criterion. */
  readonly fitted: readonly FittedLaw[];
  /** Those with more parameters than points, and others that could not be fitted. */
  readonly unfitted: readonly UnfittedLaw[];
}

/**
 * Fits laws to a curve.
 *
 * @param curve - at least two points
 * @param laws - of `fits`
 * @param options - residuals, confidence, bootstrap samples
 * @param at - where the laws are evaluated too
 * @param seed - of the bootstrap
 */
export function fitCurve(
  { x, y, seeds }: Curve,
  laws: readonly ScalingLaw[],
  options: FitOptions,
  at: readonly number[],
  seed: number,
): FittedCurve {
  const fitted: FittedLaw[] = [];
  const unfitted: UnfittedLaw[] = [];
  for (const law of laws) {
    try {
      const all = seeds === undefined ? options : { ...options, seeds };
      const result = law.fit(x, y, all, stream(seed).split(law.name));
      fitted.push({ law, result, extrapolations: at.map((place) => extrapolate(law, result, place)) });
    } catch (error) {
      unfitted.push({ law: law.name, reason: (error as Error).message });
    }
  }
  fitted.sort((a, b) => a.result.bic - b.result.bic);
  return { fitted, unfitted };
}

/** The names of the laws that can be fitted. */
export const lawNames: readonly string[] = fits.map(({ name }) => name);
