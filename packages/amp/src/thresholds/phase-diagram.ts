import { requireFiniteArray, requireFunction, requireOptions } from "../argument-checks.ts";
import type { RunOptions } from "../run-steps.ts";
import type { Branches } from "./branches.ts";

/** The two parameters of a phase diagram. */
export interface PhaseDiagramGrid {
  /** Values of the first parameter. */
  readonly x: ArrayLike<number>;
  /** Values of the second. */
  readonly y: ArrayLike<number>;
}

/** A point of a phase diagram: plain data. */
export interface PhaseDiagramRow extends Branches {
  /** The first parameter. */
  readonly x: number;
  /** The second parameter. */
  readonly y: number;
}

/**
 * The points of a phase diagram over any two parameters, one row after the other: x runs fastest.
 *
 * @param branchesAt - the branches at (x, y), as `symmetricBranches` and `sharedFactorBranches` give them
 * @param grid - the values of `x` and `y`
 * @throws TypeError or RangeError if `branchesAt` is no function, or a value of the grid not a finite number
 * @example
 * const at = (x: number, y: number) => symmetricBranches(
 *   { channels: [{ order: 2, variance: x }, { order: 3, variance: y }] }, gaussian());
 * for (const { x, y, hard } of phaseDiagramSteps(at, { x: [0.5, 1.1], y: [0.1, 1] })) progress(x, y, hard);
 */
export function phaseDiagramSteps(
  branchesAt: (x: number, y: number) => Branches,
  grid: PhaseDiagramGrid,
): Generator<PhaseDiagramRow, void> {
  requireFunction("phaseDiagram", "branchesAt", branchesAt);
  requireOptions("phaseDiagram", grid);
  requireFiniteArray("phaseDiagram", "x", grid.x);
  requireFiniteArray("phaseDiagram", "y", grid.y);
  return rows(branchesAt, grid);
}

function* rows(
  branchesAt: (x: number, y: number) => Branches,
  grid: PhaseDiagramGrid,
): Generator<PhaseDiagramRow, void> {
  for (const y of Array.from(grid.y)) {
    for (const x of Array.from(grid.x)) yield { x, y, ...branchesAt(x, y) };
  }
}

/**
 * A phase diagram over any two parameters: all rows of `phaseDiagramSteps`.
 *
 * @param branchesAt - the branches at (x, y)
 * @param options - the values of `x` and `y`; `signal` ends the run between points, `onStep` is shown every row
 * @throws TypeError or RangeError as `phaseDiagramSteps`; the reason of `signal`
 */
export function phaseDiagram(
  branchesAt: (x: number, y: number) => Branches,
  options: PhaseDiagramGrid & RunOptions<PhaseDiagramRow>,
): PhaseDiagramRow[] {
  const all: PhaseDiagramRow[] = [];
  for (const row of phaseDiagramSteps(branchesAt, options)) {
    options.signal?.throwIfAborted();
    all.push(row);
    options.onStep?.(row);
  }
  return all;
}
