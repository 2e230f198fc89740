import type { Output } from "../channel.ts";
import { type FunctionGrid, outputOf } from "./function-grid.ts";

/** Standard deviations of z and of the noise that labels may come from. */
const reach = 8.5;
/** Points of z at which the range of labels is read off. */
const points = 200;
/** The first step between labels, in standard deviations of the noise, and the last. */
const coarsest = 1 / 4;
const finest = 1 / 32;
/** The first level of the rule over z to be trusted, and the last. */
const firstLevel = 4;
const lastLevel = 12;
/** Errors square when a step is halved: a change below this is the last one that shows. */
const trusted = 1e-7;
/** The same of steps between labels. */
const resolved = 1e-8;
const tolerance = 1e-14;
/** Averages below this are zero. */
const zero = 1e-20;

/** Labels (first + k) step, and at each the sums over nodes x of z of weight exp(-(y - f)^2/(2D)) times 1, x and x^2. */
interface Lattice {
  readonly step: number;
  readonly first: number;
  readonly mass: Float64Array;
  readonly x: Float64Array;
  readonly xx: Float64Array;
}

/** An average over labels, over every other label, and that of sizes. */
interface Average {
  readonly all: number;
  readonly even: number;
  readonly magnitude: number;
}

type Integrand = (y: number, output: Output) => number;

/**
 * E g(y, output) over labels y = f(z) + sqrt(D) xi. Each node of z adds its Gaussian to a lattice of labels, by recurrence, so that the
 * outputs of all labels together cost little more than that of one. Nodes are added, and steps between labels halved, until the
 * average stays.
 */
export function labelAverage(grid: FunctionGrid, g: Integrand): number {
  for (let step = coarsest; ; step /= 2) {
    const { all, even, magnitude } = latticeAverage(grid, step * Math.sqrt(grid.variance), g);
    if (Math.abs(all - even) <= resolved * magnitude || step <= finest) return all;
  }
}

function latticeAverage(grid: FunctionGrid, step: number, g: Integrand): Average {
  const lattice = emptyLattice(grid, step);
  for (let level = 0; level < firstLevel; level++) spread(lattice, grid, level);
  let last = 0;
  let now = averageOf(lattice, grid, firstLevel - 1, g);
  for (let level = firstLevel; level <= lastLevel; level++) {
    spread(lattice, grid, level);
    const next = averageOf(lattice, grid, level, g);
    const change = Math.abs(next.all - now.all) / next.magnitude;
    now = next;
    if (change <= tolerance || (change <= trusted && hasSettled(change, last))) break;
    last = change;
  }
  return now;
}

/** Whether the next change would be negligible, or this one is rounding, which does not fall. */
function hasSettled(change: number, last: number): boolean {
  return change * change <= tolerance * last || (last > 0 && change > last / 2);
}

function emptyLattice({ apply, omega, V, variance }: FunctionGrid, step: number): Lattice {
  const values = Array.from({ length: points + 1 }, (_, i) =>
    apply(omega + reach * Math.sqrt(V) * ((2 * i) / points - 1)),
  );
  const margin = reach * Math.sqrt(variance);
  const first = 2 * Math.floor((Math.min(...values) - margin) / (2 * step));
  const count = Math.ceil((Math.max(...values) + margin) / step) - first + 1;
  const zeros = (): Float64Array => new Float64Array(count);
  return { step, first, mass: zeros(), x: zeros(), xx: zeros() };
}

/** Adds the Gaussians of the nodes that a level adds, from their nearest label up and down. */
function spread(
  { step, first, mass, x, xx }: Lattice,
  { layer, variance }: FunctionGrid,
  level: number,
): void {
  const { x: nodes, weight: weights, f } = layer(level);
  const shrink = Math.exp((-step * step) / variance);
  const far = Math.ceil((reach * Math.sqrt(variance)) / step);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const nearest = Math.round(f[i]! / step);
    const at = nearest - first;
    if (!(at >= 0 && at < mass.length)) continue;
    const offset = nearest * step - f[i]!;
    const peak = weights[i]! * Math.exp((-offset * offset) / (2 * variance));
    let value = peak;
    let ratio = Math.exp((-step * (2 * offset + step)) / (2 * variance));
    for (let k = at; k < Math.min(mass.length, at + far); k++) {
      mass[k]! += value;
      x[k]! += value * node;
      xx[k]! += value * node * node;
      value *= ratio;
      ratio *= shrink;
    }
    ratio = Math.exp((-step * (step - 2 * offset)) / (2 * variance));
    value = peak * ratio;
    for (let k = at - 1; k >= Math.max(0, at - far); k--) {
      mass[k]! += value;
      x[k]! += value * node;
      xx[k]! += value * node * node;
      ratio *= shrink;
      value *= ratio;
    }
  }
}

function averageOf(
  { step, first, mass, x, xx }: Lattice,
  grid: FunctionGrid,
  level: number,
  g: Integrand,
): Average {
  const scale = step / (Math.sqrt(2 * Math.PI * grid.variance) * 2 ** level);
  let [even, odd, magnitude] = [0, 0, zero];
  for (let k = 0; k < mass.length; k++) {
    // What has underflowed is of no weight.
    if (!(scale * mass[k]! > 1e-19)) continue;
    const sums = { top: 0, mass: mass[k]!, first: x[k]!, second: xx[k]! };
    const term = scale * mass[k]! * g((first + k) * step, outputOf(sums, level, grid));
    if (k % 2 === 0) even += term;
    else odd += term;
    magnitude += Math.abs(term);
  }
  return { all: even + odd, even: 2 * even, magnitude };
}
