import { requireFunction, requireInteger, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Convergence } from "../convergence.ts";
import type { LearnableFamily, PriorParameters } from "./family.ts";

/** Options of `learnPriorSteps`. */
export interface LearnPriorOptions {
  /** Largest relative change of a parameter at which to stop; default 1e-8. */
  readonly tolerance?: number;
  /** Default 10000: where the fields say little, steps are small. */
  readonly maximumIterations?: number;
}

/** Parameters after a step. */
export interface LearnPriorState<P extends PriorParameters> {
  /** After this update. */
  readonly parameters: P;
  /** `iterations` = updates. */
  readonly convergence: Convergence;
}

/**
 * Learns the parameters of a prior from fields B_i = A w_i + sqrt(A) z_i by expectation maximisation, step by step: the likelihood
 * never falls, and ends at a local maximum. In a run of AMP one step of `family.update` between two sweeps is usual.
 *
 * @param family - a member of `learnableFamilies`, or one like them
 * @param start - the first parameters
 * @param A - the precision, positive and finite
 * @param B - the fields, at least one, finite
 * @param options - `tolerance`, `maximumIterations`
 * @throws RangeError or TypeError when an argument is not as described
 * @see Krzakala, Mezard, Sausset, Sun and Zdeborova, Statistical-physics-based reconstruction in compressed sensing (2012)
 */
export function* learnPriorSteps<P extends PriorParameters>(
  family: LearnableFamily<P>,
  start: P,
  A: number,
  B: Float64Array,
  options: LearnPriorOptions = {},
): Generator<LearnPriorState<P>, void> {
  requireOptions("learnPrior", options);
  requireFunction("learnPrior", "family.update", family?.update);
  const { tolerance = 1e-8, maximumIterations = 10_000 } = options;
  requirePositive("learnPrior", "tolerance", tolerance);
  requireInteger("learnPrior", "maximumIterations", maximumIterations, 1, Number.MAX_SAFE_INTEGER);
  let parameters = start;
  let residual = Infinity;
  for (let iterations = 1; residual > tolerance && iterations <= maximumIterations; iterations++) {
    const next = family.update(parameters, A, B);
    residual = relativeChange(parameters, next);
    parameters = next;
    yield {
      parameters,
      convergence: { converged: residual <= tolerance, iterations, residual, tolerance },
    };
  }
}

function relativeChange(old: PriorParameters, next: PriorParameters): number {
  const changes = Object.entries(next).map(([name, value]) => {
    const scale = Math.max(Math.abs(value), Number.MIN_VALUE);
    return Math.abs(value - (old[name] ?? Infinity)) / scale;
  });
  return Math.max(...changes);
}
