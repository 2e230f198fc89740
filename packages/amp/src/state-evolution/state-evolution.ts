import type { Convergence } from "../convergence.ts";
import type { Status } from "../status.ts";
import type { Evolution } from "./evolve.ts";
import type { Evolved } from "./sweep.ts";

/** A quantity of each factor, by its name; the factor of a symmetric model is `x`. */
export type ByFactor = Readonly<Record<string, number>>;

/** State evolution after a sweep. */
export interface StateEvolutionState {
  /** Sweeps so far; 0 at the start. */
  readonly iteration: number;
  /** m = E[eta w*]. */
  readonly overlaps: ByFactor;
  /** q = E[eta^2]; equal to m for posterior means that start so. */
  readonly meanSquares: ByFactor;
  /** The squared cosine m^2/(q rho), in [0, 1]; 0 where q = 0. */
  readonly squaredOverlaps: ByFactor;
  /** A, of the effective scalar channel that these mean squares make. */
  readonly precisions: ByFactor;
  /** max over m and q of |change|/|value| in the last sweep; infinite at the start. */
  readonly residual: number;
}

/** Where state evolution ended. */
export interface StateEvolution extends StateEvolutionState {
  /** Phi per coordinate of the first factor; undefined off the Bayes-optimal line, where m and q differ. */
  readonly freeEntropy: number | undefined;
  /** `uninformative`: at the zero fixed point. */
  readonly status: Status;
  /** `iterations` = sweeps, `residual` = the last state's. */
  readonly convergence: Convergence;
}

/** Overlaps below this part of the second moment are none. */
const UNINFORMATIVE = 1e-6;

/** A point of the trajectory by the names of the factors. */
export function stateOf({ coupling, priors }: Evolved, point: Evolution): StateEvolutionState {
  const { m, q, iteration, residual } = point;
  const byFactor = (value: (a: number) => number): ByFactor =>
    Object.fromEntries(coupling.names.map((name, a) => [name, value(a)]));
  return {
    iteration,
    overlaps: byFactor((a) => m[a]!),
    meanSquares: byFactor((a) => q[a]!),
    squaredOverlaps: byFactor((a) => (q[a] === 0 ? 0 : m[a]! ** 2 / (q[a]! * priors[a]!.secondMoment))),
    precisions: byFactor((a) => coupling.precision(a, q)),
    residual,
  };
}

/** How a trajectory ended. */
export function statusOf({ priors }: Evolved, { m, residual }: Evolution, tolerance: number): Status {
  if (!(residual <= tolerance)) return "iterationLimit";
  const nothing = m.every((overlap, a) => Math.abs(overlap) < UNINFORMATIVE * priors[a]!.secondMoment);
  return nothing ? "uninformative" : "converged";
}
