import { reject, requireOptions } from "../argument-checks.ts";
import type { Link } from "../link.ts";

/** Options of `leakyRelu`. */
export interface LeakyReluOptions {
  /** Slope s of the negative part, above -1 (at -1 it is `abs`); default 0.01. */
  readonly slope?: number;
}

/**
 * g(z) = max(z, 0) + s min(z, 0). c_1 = (1 + s)/2. Exponents 1 and 1.
 *
 * @throws RangeError or TypeError when `slope` is not a finite number above -1
 * @see Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models (2013)
 */
export function leakyRelu(options: LeakyReluOptions = {}): Link {
  requireOptions("leakyRelu", options);
  const { slope = 0.01 } = options;
  if (!(Number.isFinite(slope) && slope > -1))
    reject("leakyRelu", "slope", "be a finite number above -1", slope);
  return {
    name: "leaky-relu",
    apply: (z) => (z > 0 ? z : slope * z),
    derivative: (z) => (z > 0 ? 1 : slope),
    kinks: [0],
    informationExponent: 1,
    generativeExponent: 1,
  };
}
