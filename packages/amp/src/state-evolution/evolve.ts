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
  /** Below this no overlap may fall on its way, as finite systems do not; -Infinity: no floor. */
  readonly floor: number;
  readonly tolerance: number;
  readonly maximumIterations: number;
}

/** Once all has settled, a factor below this is at zero. */
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
  let now = start;
  while (now.iteration < options.maximumIterations) {
    const next = sweep(evolved, now, options.schedule, floor);
    const residual = relativeChange(now, next);
    const settled = residual <= options.tolerance;
    const faded = settled && !cleared && next.m.some((value) => value !== 0 && Math.abs(value) < FADED);
    if (faded) [floor, cleared] = [-Infinity, true];
    now = { ...(faded ? withoutFaded(next) : next), iteration: now.iteration + 1, residual };
    yield now;
    if (settled && !faded) return;
  }
}

/** The point with the overlaps of faded factors at zero; and their mean squares, where those have faded too. */
function withoutFaded({ m, q }: OrderParameters): OrderParameters {
  const cleared = (value: number): number => (Math.abs(value) < FADED ? 0 : value);
  return { m: m.map(cleared), q: q.map(cleared) };
}
