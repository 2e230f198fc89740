import { normalDensity } from "@onsager/hermite";
import type { Output } from "../channel.ts";
import { normalRule } from "../quadrature/normal-rule.ts";
import type { Rule } from "../quadrature/rule.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import type { NoisyFunctionDefinition } from "./noisy-function.ts";

/** Standard deviations beyond which N(0, 1) holds less than 1e-22. */
const reach = 10;
const firstLevel = 4;
const lastLevel = 12;
const tolerance = 1e-12;

/** Nodes x of z = omega + sqrt(V) x, their weights and f there, of one level of a rule. */
interface Layer {
  readonly x: Float64Array;
  readonly weight: Float64Array;
  readonly f: Float64Array;
}

/** Sums over nodes of weight exp(l - top), and of that times x and x^2. */
export interface Sums {
  readonly top: number;
  readonly mass: number;
  readonly first: number;
  readonly second: number;
}

const nothing: Sums = { top: -Infinity, mass: 0, first: 0, second: 0 };

/** f(z) of z ~ N(omega, V), at the nodes of a rule that is refined as needed: f is evaluated once a node. */
export interface FunctionGrid {
  apply(z: number): number;
  /** D. */
  readonly variance: number;
  readonly omega: number;
  readonly V: number;
  /** The nodes that a level adds. */
  layer(level: number): Layer;
}

/** The function, D and the kinks of y = f(z) + sqrt(D) xi, on a grid for z ~ N(omega, V). */
export function functionGrid(
  { apply, variance, kinks = [] }: Pick<NoisyFunctionDefinition, "apply" | "variance" | "kinks">,
  omega: number,
  V: number,
): FunctionGrid {
  const deviation = Math.sqrt(V);
  const inside = kinks.map((kink) => (kink - omega) / deviation).filter((x) => Math.abs(x) < reach);
  const rules: readonly Rule[] =
    inside.length === 0 ? [normalRule()] : segmentRules(-reach, reach, inside, normalDensity);
  const layers: Layer[] = [];
  const layer = (level: number): Layer =>
    (layers[level] ??= makeLayer(rules, level, (x) => apply(omega + deviation * x)));
  return { apply, variance, omega, V, layer };
}

/** The output function of a label: nodes are added until the sums stay. */
export function gridOutput(grid: FunctionGrid, y: number): Output {
  const { layer, variance } = grid;
  let sums = nothing;
  for (let level = 0; level <= firstLevel; level++) sums = add(sums, sumsOf(layer(level), y, variance));
  for (let level = firstLevel + 1; level <= lastLevel; level++) {
    const finer = add(sums, sumsOf(layer(level), y, variance));
    const settled = agree(sums, finer);
    sums = finer;
    if (settled) return outputOf(sums, level, grid);
  }
  return outputOf(sums, lastLevel, grid);
}

function makeLayer(rules: readonly Rule[], level: number, f: (x: number) => number): Layer {
  const parts = rules.flatMap((rule) => rule(level));
  const x = joined(parts.map(({ nodes }) => nodes));
  return { x, weight: joined(parts.map(({ weights }) => weights)), f: x.map(f) };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0]!;
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    out.set(part, at);
    return at + part.length;
  }, 0);
  return out;
}

function sumsOf({ x, weight, f }: Layer, y: number, variance: number): Sums {
  let top = -Infinity;
  for (let i = 0; i < x.length; i++) top = Math.max(top, -((y - f[i]!) ** 2) / (2 * variance));
  let [mass, first, second] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const value = weight[i]! * Math.exp(-((y - f[i]!) ** 2) / (2 * variance) - top);
    mass += value;
    first += value * x[i]!;
    second += value * x[i]! * x[i]!;
  }
  return { top, mass, first, second };
}

function add(a: Sums, b: Sums): Sums {
  const top = Math.max(a.top, b.top);
  const [p, q] = [Math.exp(a.top - top), Math.exp(b.top - top)];
  return {
    top,
    mass: p * a.mass + q * b.mass,
    first: p * a.first + q * b.first,
    second: p * a.second + q * b.second,
  };
}

/** A level halves the step: sums that have converged double. */
function agree(coarse: Sums, fine: Sums): boolean {
  const scale = 2 * Math.exp(coarse.top - fine.top);
  const size = tolerance * Math.max(fine.mass, fine.second);
  return (
    Math.abs(fine.mass - scale * coarse.mass) <= tolerance * fine.mass &&
    Math.abs(fine.first - scale * coarse.first) <= size &&
    Math.abs(fine.second - scale * coarse.second) <= size
  );
}

/** The output function from the sums over the nodes of levels 0 to `level`. */
export function outputOf(
  { top, mass, first, second }: Sums,
  level: number,
  { V, variance }: Pick<FunctionGrid, "V" | "variance">,
): Output {
  const mean = first / mass;
  const logPartition = top + Math.log(mass) - level * Math.LN2 - Math.log(2 * Math.PI * variance) / 2;
  return { g: mean / Math.sqrt(V), dg: (second / mass - mean * mean - 1) / V, logPartition };
}
