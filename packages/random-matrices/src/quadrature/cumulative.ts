import { findRoot } from "../find-root.ts";
import { chebyshevSum, type Panel, panelThrough, pointsOf } from "./panel.ts";

/** The integral of a function from the lower end of an interval, and its inverse. */
export interface Cumulative {
  /** Over the whole interval. */
  readonly mass: number;
  /** Up to t. */
  below(t: number): number;
  /** The t up to which the integral is `mass`. */
  at(mass: number): number;
}

/** A cumulative integral together with the polynomials it is of. */
export interface Resolved extends Cumulative {
  /** The function at t. */
  value(t: number): number;
}

/** What a panel's last coefficients may leave of the integral: masses of a law are at most 1. */
const tolerance = 1e-14;
/** Panels are halved no further than this part of the interval, */
const finest = 2 ** -64;
/** and not at all once there are so many: noise above the tolerance is not resolved by halving. */
const most = 4096;

/**
 * The integral of a function that is not negative over [lower, upper] on panels of Chebyshev polynomials, which are halved until their
 * last coefficients are negligible: wherever the function is singular the panels become small.
 *
 * @param noise - the relative rounding error of f at t; default none
 */
export function cumulative(
  f: (t: number) => number,
  lower: number,
  upper: number,
  noise: (t: number) => number = () => 0,
): Resolved {
  const panels: Panel[] = [];
  const waiting = [[lower, upper] as const];
  for (let span = waiting.pop(); span !== undefined; span = waiting.pop()) {
    const [from, to] = span;
    const points = pointsOf(from, to);
    const values = points.map(f);
    const panel = panelThrough(from, to, values);
    const half = (from + to) / 2;
    const fine = to - from < finest * (upper - lower) || half <= from || half >= to;
    const indivisible = fine || panels.length + waiting.length > most;
    if (indivisible || resolved(panel, noise(points.at(-1)!) * Math.abs(values.at(-1)!))) panels.push(panel);
    else waiting.push([half, to], [from, half]);
  }
  return overPanels(panels);
}

/** Whether the last two coefficients, one of which may vanish by symmetry, are below tolerance or the noise of the values. */
function resolved({ lower, upper, coefficients }: Panel, noise: number): boolean {
  const tail = Math.max(Math.abs(coefficients.at(-1)!), Math.abs(coefficients.at(-2)!));
  const rounding = noise / 4 + 2 * Number.EPSILON * Math.abs(coefficients[0]!);
  return tail * (upper - lower) <= Math.max(tolerance, rounding * (upper - lower));
}

function overPanels(panels: readonly Panel[]): Resolved {
  const before = new Float64Array(panels.length + 1);
  panels.forEach(({ integral }, i) => {
    before[i + 1] = before[i]! + chebyshevSum(integral, 1);
  });
  const mass = before.at(-1)!;
  return {
    mass,
    below: (t) => {
      const i = panelAt(panels, t);
      return before[i]! + chebyshevSum(panels[i]!.integral, coordinate(panels[i]!, t));
    },
    value: (t) => {
      const panel = panels[panelAt(panels, t)]!;
      return chebyshevSum(panel.coefficients, coordinate(panel, t));
    },
    at: (wanted) => {
      const i = lastIndex(panels.length, (j) => before[j]! <= wanted);
      return inverse(panels[i]!, wanted - before[i]!);
    },
  };
}

function panelAt(panels: readonly Panel[], t: number): number {
  return lastIndex(panels.length, (i) => panels[i]!.lower <= t);
}

/** t as a point of [-1, 1]. */
function coordinate({ lower, upper }: Panel, t: number): number {
  return Math.min(1, Math.max(-1, (t - lower - (upper - t)) / (upper - lower)));
}

/** The t of a panel up to which its integral is `mass`. */
function inverse({ lower, upper, integral }: Panel, mass: number): number {
  const within = Math.min(Math.max(mass, 0), chebyshevSum(integral, 1));
  const u = findRoot((v) => (v <= -1 ? 0 : chebyshevSum(integral, v)) - within, -1, 1);
  return u < 0 ? lower + ((1 + u) * (upper - lower)) / 2 : upper - ((1 - u) * (upper - lower)) / 2;
}

/** The last index below `length` at which a condition that holds up to some index does; 0 where it never holds. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let [first, end] = [0, length];
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (holds(middle)) first = middle;
    else end = middle;
  }
  return first;
}
