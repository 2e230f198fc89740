import { requirePositive } from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import { expectNormal } from "./expect-normal.ts";
import { logNormal } from "./log-normal.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireNonNegative } from "./require-label.ts";
import { requireVariance } from "./require-variance.ts";

/**
 * Real phase retrieval, y = |z + sqrt(D) xi|: with s = V + D and t = tanh(y omega/s), g = (y t - omega)/s and
 * dg = (y^2 (1 - t^2)/s - 1)/s.
 *
 * @param options - `variance` D; default 0
 * @throws RangeError for a negative variance
 */
export function abs(options: NoiseOptions = {}): Channel {
  const { variance = 0 } = options;
  requireVariance("abs", variance);
  const output = (y: number, omega: number, V: number): Output => {
    requireNonNegative("abs", y);
    requirePositive("abs", "V", V);
    const s = V + variance;
    const t = Math.tanh((y * omega) / s);
    const g = (y * t - omega) / s;
    const dg = ((y * y * (1 - t * t)) / s - 1) / s;
    const less = Math.log1p(Math.exp((-2 * Math.abs(y * omega)) / s));
    return { g, dg, logPartition: logNormal(y - Math.abs(omega), s) + less };
  };
  return {
    name: "abs",
    even: true,
    edges: [0],
    noise: { variance, at: (other) => abs({ variance: other }) },
    isLabel: (y) => y >= 0,
    output,
    expectation(omega, V, f) {
      const at = (y: number): number => f(y, output(y, omega, V));
      return expectNormal(omega, V + variance, (u) => at(Math.abs(u)));
    },
    sample: (z, random) => Math.abs(variance === 0 ? z : z + Math.sqrt(variance) * random.normal()),
  };
}
