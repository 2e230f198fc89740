import type { Channel } from "../channel.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireVariance } from "./require-variance.ts";
import { signChannel } from "./sign.ts";

/**
 * P(y | z) = Phi(y z/sqrt(D)), y = -1 or 1: the sign channel with noise, in the words of regression.
 *
 * @param options - `variance` D; default 1
 * @throws RangeError for a negative variance
 */
export function probit(options: NoiseOptions = {}): Channel {
  const { variance = 1 } = options;
  requireVariance("probit", variance);
  return signChannel("probit", variance);
}
