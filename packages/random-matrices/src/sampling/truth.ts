import { fillNormal } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import { rejectKind, requireFiniteArray, requireFunction, requirePositive } from "../argument-checks.ts";

/** The law of a factor's coordinates, such as a prior of `@onsager/amp`. */
export interface SpikePrior {
  /** A coordinate. */
  sample(random: Stream): number;
  /** rho, the expectation of its square; 1 where it is not said. */
  readonly secondMoment?: number;
}

/** How the truth of a spiked ensemble is drawn. */
export interface TruthOptions {
  /**
   * Rescale every factor w of N coordinates to |w|^2 = N rho exactly, which takes an O(1/sqrt(N)) fluctuation out of the
   * signal-to-noise ratio and changes no limit; a factor of zeros stays. Default true.
   */
  readonly rescale?: boolean;
}

/** The standard normal law, filled by compiled kernels. */
const standardNormal: SpikePrior = { sample: (random) => random.normal(), secondMoment: 1 };

/** Requires a prior that can be sampled and has a finite second moment, or none. */
export function requirePrior(call: string, argument: string, prior: SpikePrior | undefined): void {
  if (prior === undefined) return;
  requireFunction(call, `${argument}.sample`, prior?.sample);
  if (prior.secondMoment !== undefined) requirePositive(call, `${argument}.secondMoment`, prior.secondMoment);
}

/** Requires true, false or nothing. */
export function requireRescale(call: string, rescale: boolean | undefined): void {
  if (rescale !== undefined && typeof rescale !== "boolean")
    rejectKind(call, "rescale", "be true or false", rescale);
}

function rescaled(w: Float64Array, squaredNorm: number): Float64Array {
  const squares = w.reduce((sum, value) => sum + value * value, 0);
  const factor = squares > 0 ? Math.sqrt(squaredNorm / squares) : 1;
  return w.map((value) => factor * value);
}

/**
 * The truth of one factor: the next `size` values of its prior, by default standard normals.
 *
 * @throws RangeError if the prior gives a value that is not finite
 */
export function drawTruth(
  call: string,
  size: number,
  given: SpikePrior | undefined,
  rescale: boolean,
  random: Stream,
): Float64Array {
  const prior = given ?? standardNormal;
  const w = new Float64Array(size);
  if (prior === standardNormal) fillNormal(random, w, random.skip(size));
  else for (let i = 0; i < size; i++) w[i] = prior.sample(random);
  requireFiniteArray(call, "prior.sample()", w);
  return rescale ? rescaled(w, size * (prior.secondMoment ?? 1)) : w;
}
