import type { Expectation } from "./expectation.ts";
import { type Grid, panelGrid, trapezoidGrid } from "./grid.ts";
import { integrationBound } from "./integration-bound.ts";
import type { RefinementOptions } from "./refinement-options.ts";
import type { Sample } from "./sample.ts";

/** When to stop, and where to start. */
export interface Refinement extends Required<RefinementOptions> {
  /** Of the coarsest grid; default 8. */
  readonly nodesPerUnit?: number;
}

/** E|f| has kinks of its own where f changes sign: it need not settle further than this. */
const settled = 1e-2;
/** The tails may hold this fraction of the tolerance. */
const tailFraction = 1e-3;

/**
 * E[f(z)] on ever finer grids until three in a row agree: two may do so by chance. Panels between `kinks`, or the trapezoid rule
 * where there are none. Where the tails are not negligible the coarsest grid gives the value and the residual is `Infinity`.
 */
export function refine(
  f: (z: number) => Sample,
  kinks: readonly number[],
  { tolerance, maximumNodes, nodesPerUnit = 8 }: Refinement,
): Expectation {
  const { bound, negligible } = integrationBound(f, kinks, tailFraction * tolerance);
  const grid =
    kinks.length === 0
      ? trapezoidGrid(bound, nodesPerUnit)
      : panelGrid(breakpoints(kinks, bound), nodesPerUnit);
  let last = sumOver(grid, 0, f);
  let lastChange = Infinity;
  let residual = Infinity;
  let iterations = 1;
  while (negligible && residual > tolerance && grid.nodes(iterations) <= maximumNodes) {
    const finer = sumOver(grid, iterations, f);
    const change = relativeChange(last, finer);
    residual = Math.max(change, lastChange);
    lastChange = change;
    last = finer;
    iterations++;
  }
  const convergence = { converged: residual <= tolerance, iterations, residual, tolerance };
  return { value: last.value, magnitude: last.magnitude, convergence };
}

/** The ends of [-b, b] and the kinks inside, ascending; NaN and infinite ones drop out. */
function breakpoints(kinks: readonly number[], bound: number): number[] {
  const inside = kinks.filter((kink) => Math.abs(kink) < bound);
  return [...new Set([-bound, ...inside, bound])].sort((a, b) => a - b);
}

function sumOver(grid: Grid, level: number, f: (z: number) => Sample): Sample {
  let value = 0;
  let magnitude = 0;
  let error = 0;
  grid.visit(level, (z, weight) => {
    const sample = f(z);
    value += weight * sample.value;
    magnitude += weight * sample.magnitude;
    error += weight * sample.error;
  });
  return { value, magnitude, error };
}

/**
 * Change and inherited error over the magnitude; `Infinity` rather than NaN where values are infinite. A magnitude that does not
 * settle counts too: its integral diverges, even if the value's does not by symmetry.
 */
function relativeChange(coarse: Sample, fine: Sample): number {
  const change = Math.abs(fine.value - coarse.value) + fine.error;
  const unsettled = Math.abs(fine.magnitude - coarse.magnitude);
  if (change === 0 && unsettled === 0) return 0;
  if (!(fine.magnitude < Infinity)) return Infinity;
  return (unsettled > settled * fine.magnitude ? change + unsettled : change) / fine.magnitude;
}
