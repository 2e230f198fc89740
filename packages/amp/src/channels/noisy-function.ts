import {
  reject,
  requireFinite,
  requireFiniteArray,
  requireFunction,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { type FunctionGrid, functionGrid, gridOutput } from "./function-grid.ts";
import { labelAverage } from "./label-average.ts";

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
  let grid: FunctionGrid | undefined;
  const known = (z: number): number => {
    const value = apply(z);
    return Number.isNaN(value) ? reject(name, "apply", `give a number at ${z}`, value) : value;
  };
  const gridAt = (omega: number, V: number): FunctionGrid => {
    requireFinite(name, "omega", omega);
    requirePositive(name, "V", V);
    if (grid?.omega !== omega || grid.V !== V) grid = functionGrid({ ...definition, apply: known }, omega, V);
    return grid;
  };
  return {
    name,
    even,
    edges: kinks,
    output(y, omega, V) {
      requireFinite(name, "y", y);
      return gridOutput(gridAt(omega, V), y);
    },
    expectation: (omega, V, f) => labelAverage(gridAt(omega, V), f),
    sample: (z, random) => apply(z) + Math.sqrt(variance) * random.normal(),
  };
}
