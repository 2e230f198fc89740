import {
  requireFinite,
  requireFiniteArray,
  requireFunction,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import { functionGrid } from "./function-grid.ts";

/** A function seen through noise. */
export interface NoisyFunctionDefinition {
  /** In kebab case. */
  readonly name: string;
  /** f(z). */
  apply(z: number): number;
  /** Variance D > 0 of the noise on the label. */
  readonly variance: number;
  /** Where f or a derivative of it jumps; default none. */
  readonly kinks?: readonly number[];
  /** Whether f(-z) = f(z); default false. */
  readonly even?: boolean;
}

/** Standard deviations of z and of the noise that labels may come from. */
const reach = 8.5;
/** Points of z at which the range of labels is read off. */
const points = 400;

/**
 * y = f(z) + sqrt(D) xi for any f, by quadrature: a link of `@onsager/hermite` has `apply` and `kinks` as needed here. Exact while the
 * sets of z that a label allows are not much narrower than 1/1000 of sqrt(V).
 *
 * @param definition - `name`, `apply`, `variance` D; `kinks`, `even`
 * @throws TypeError or RangeError for a part that is missing, or a variance that is not positive
 */
export function noisyFunction(definition: NoisyFunctionDefinition): Channel {
  requireOptions("noisyFunction", definition);
  const { name, apply, variance, kinks = [], even = false } = definition;
  requireFunction("noisyFunction", "apply", apply);
  requirePositive("noisyFunction", "variance", variance);
  requireFiniteArray("noisyFunction", "kinks", kinks);
  const constant = Math.log(2 * Math.PI * variance) / 2;
  let grid: { readonly omega: number; readonly V: number; output(y: number): Output } | undefined;
  const output = (y: number, omega: number, V: number): Output => {
    requireFinite(name, "y", y);
    requireFinite(name, "omega", omega);
    requirePositive(name, "V", V);
    if (grid?.omega !== omega || grid.V !== V)
      grid = { omega, V, output: functionGrid(apply, variance, kinks, omega, V) };
    const { logPartition, ...derivatives } = grid.output(y);
    return { ...derivatives, logPartition: logPartition - constant };
  };
  return {
    name,
    even,
    edges: kinks,
    output,
    expectation(omega, V, f) {
      const density = (y: number): number => Math.exp(output(y, omega, V).logPartition) * f(y);
      return trapezoid(density, labelRange(apply, omega, V, variance), Math.sqrt(variance));
    },
    sample: (z, random) => apply(z) + Math.sqrt(variance) * random.normal(),
  };
}

/** The least and the largest label of z within reach. */
function labelRange(
  apply: (z: number) => number,
  omega: number,
  V: number,
  variance: number,
): readonly [number, number] {
  const values = Array.from({ length: points + 1 }, (_, i) =>
    apply(omega + reach * Math.sqrt(V) * ((2 * i) / points - 1)),
  );
  const margin = reach * Math.sqrt(variance);
  return [Math.min(...values) - margin, Math.max(...values) + margin];
}

/** The trapezoid rule, its step halved from `coarse` until the sum stays. */
function trapezoid(f: (y: number) => number, [from, to]: readonly [number, number], coarse: number): number {
  let total = 0;
  let magnitude = 0;
  const visit = (first: number, step: number): void => {
    for (let y = first; y <= to; y += step) {
      const value = f(y);
      total += value;
      magnitude += Math.abs(value);
    }
  };
  visit(from, coarse);
  for (let step = coarse; ; step /= 2) {
    const before = total;
    visit(from + step / 2, step);
    const change = Math.abs(total / 2 - before);
    if (change <= 1e-11 * magnitude || step < coarse / 16) return (total * step) / 2;
  }
}
