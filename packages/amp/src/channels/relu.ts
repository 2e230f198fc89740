import { normalDensity } from "@onsager/hermite";
import { requirePositive } from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import { integrate } from "../quadrature/integrate.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";
import { logNormalCdf } from "../special/normal-tail.ts";
import { intervalOutput } from "./interval-output.ts";
import { logNormal } from "./log-normal.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireNonNegative } from "./require-label.ts";
import { requireVariance } from "./require-variance.ts";

/** Standard deviations beyond which N(0, 1) holds less than 1e-22. */
const reach = 10;

/**
 * y = max(0, z + sqrt(D) xi): the linear channel where y > 0, the event z + sqrt(D) xi < 0 where y = 0.
 *
 * @param options - `variance` D; default 0
 * @throws RangeError for a negative variance
 */
export function relu(options: NoiseOptions = {}): Channel {
  const { variance = 0 } = options;
  requireVariance("relu", variance);
  const output = (y: number, omega: number, V: number): Output => {
    requireNonNegative("relu", y);
    requirePositive("relu", "V", V);
    const s = V + variance;
    if (!(y > 0)) return intervalOutput([-Infinity, 0], omega, s);
    return { g: (y - omega) / s, dg: -1 / s, logPartition: logNormal(y - omega, s) };
  };
  return {
    name: "relu",
    even: false,
    edges: [0],
    noise: { variance, at: (other) => relu({ variance: other }) },
    isLabel: (y) => y >= 0,
    output,
    expectation(omega, V, f) {
      const at = (y: number): number => f(y, output(y, omega, V));
      const deviation = Math.sqrt(V + variance);
      const zero = -omega / deviation;
      const atZero = Math.exp(logNormalCdf(zero)) * at(0);
      const above = segmentRules(Math.max(zero, -reach), reach, [], normalDensity);
      if (zero >= reach) return atZero;
      return above.reduce(
        (sum, rule) => sum + integrate(rule, (z) => at(Math.max(0, omega + deviation * z))),
        atZero,
      );
    },
    sample: (z, random) => Math.max(0, variance === 0 ? z : z + Math.sqrt(variance) * random.normal()),
  };
}
