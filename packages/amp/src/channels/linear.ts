import { requirePositive } from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import { expectNormal } from "./expect-normal.ts";
import { logNormal } from "./log-normal.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireVariance } from "./require-variance.ts";

/**
 * y = z + sqrt(D) xi: with s = V + D, g = (y - omega)/s and dg = -1/s.
 *
 * @param options - `variance` D; default 0
 * @throws RangeError for a negative variance
 */
export function linear(options: NoiseOptions = {}): Channel {
  const { variance = 0 } = options;
  requireVariance("linear", variance);
  const output = (y: number, omega: number, V: number): Output => {
    requirePositive("linear", "V", V);
    const s = V + variance;
    return { g: (y - omega) / s, dg: -1 / s, logPartition: logNormal(y - omega, s) };
  };
  return {
    name: "linear",
    even: false,
    noise: { variance, at: (other) => linear({ variance: other }) },
    output,
    expectation: (omega, V, f) => expectNormal(omega, V + variance, (y) => f(y, output(y, omega, V))),
    sample: (z, random) => (variance === 0 ? z : z + Math.sqrt(variance) * random.normal()),
  };
}
