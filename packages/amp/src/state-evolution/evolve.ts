import { type Evolved, type OrderParameters, relativeChange, type Schedule, sweep } from "./sweep.ts";

/** A point of the trajectory. */
export interface Evolution extends OrderParameters {
  /** Sweeps so far. */
  readonly iteration: number;
  /** Relative change in the last sweep; infinite at the start. */
  readonly residual: number;
}

/** How to evolve. */
export interface EvolveOptions {
  readonly schedule: Schedule;
  /** Below this part of its second moment no overlap may fall on its way, as finite systems do not; -Infinity: no floor. */
  readonly floor: number;
  readonly tolerance: number;
  readonly maximumIterations: number;
}

/** Relative changes below this are rounding. */
const ROUNDING = 16 * Number.EPSILON;
/** Once all has settled, a factor below this part of its second moment is at zero. */
const FADED = 1e-7;

/**
 * Sweeps until the order parameters settle; yields the point after each sweep. What then lies at the floor is set to
 * zero, and the sweeps go on without a floor until all has settled again.
 */
export function* evolve(
  evolved: Evolved,
  start: Evolution,
  options: EvolveOptions,
): Generator<Evolution, void> {
  let { floor } = options;
  let cleared = false;
  // Leaps have been over what changes would have added up to.
  const approached = start.residual <= options.tolerance;
  let now = start;
  while (now.iteration < options.maximumIterations) {
    const next = sweep(evolved, now, options.schedule, floor);
    const residual = relativeChange(evolved, now, next);
    const settled = residual <= options.tolerance && (approached || isLast(now.residual, residual, options));
    const without = settled && !cleared ? withoutFaded(evolved, next) : next;
    const faded = next.m.some((value, a) => value !== without.m[a]);
    if (faded) [floor, cleared] = [-Infinity, true];
    now = { ...(faded ? without : next), iteration: now.iteration + 1, residual };
    yield now;
    if (settled && !faded) return;
  }
}

/** Whether all changes that would follow, if they go on to shrink as they do, are within the tolerance. */
function isLast(before: number, residual: number, { tolerance }: EvolveOptions): boolean {
  const left = (residual * residual) / (before - residual);
  return residual <= ROUNDING || (left >= 0 && left <= tolerance);
}

/** The point with the overlaps of faded factors at zero; and their mean squares, where those have faded too. */
function withoutFaded({ priors }: Evolved, { m, q }: OrderParameters): OrderParameters {
  const cleared = (value: number, a: number): number =>
    Math.abs(value) < FADED * priors[a]!.secondMoment ? 0 : value;
  return { m: m.map(cleared), q: q.map(cleared) };
}
