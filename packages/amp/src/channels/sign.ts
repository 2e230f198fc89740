import type { Channel } from "../channel.ts";
import { intervalChannel } from "./interval-channel.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireVariance } from "./require-variance.ts";

/**
 * y = sign(z + sqrt(D) xi), -1 or 1: with t = y omega/sqrt(V + D), Z = Phi(t), g = y phi(t)/(Phi(t) sqrt(V + D)).
 *
 * @param options - `variance` D; default 0
 * @throws RangeError for a negative variance
 */
export function sign(options: NoiseOptions = {}): Channel {
  const { variance = 0 } = options;
  requireVariance("sign", variance);
  return signChannel("sign", variance);
}

/** The channel under another name. */
export function signChannel(name: string, variance: number): Channel {
  const events = [
    { label: 1, intervals: [[0, Infinity]] as const },
    { label: -1, intervals: [[-Infinity, 0]] as const },
  ];
  return intervalChannel({ name, even: false, events, variance });
}
