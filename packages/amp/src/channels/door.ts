import { requirePositive } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { intervalChannel } from "./interval-channel.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireVariance } from "./require-variance.ts";

/** Options of `door`. */
export interface DoorOptions extends NoiseOptions {
  /** K > 0; default 0.6744897501960817, at which both labels are as likely for z ~ N(0, 1). */
  readonly threshold?: number;
}

/**
 * The symmetric door, y = 1 if |z + sqrt(D) xi| > K and else 0.
 *
 * @param options - `threshold` K, `variance` D (default 0)
 * @throws RangeError for a threshold that is not positive or a negative variance
 */
export function door(options: DoorOptions = {}): Channel {
  const { threshold = 0.6744897501960817, variance = 0 } = options;
  requirePositive("door", "threshold", threshold);
  requireVariance("door", variance);
  const events = [
    { label: 0, intervals: [[-threshold, threshold]] as const },
    {
      label: 1,
      intervals: [
        [-Infinity, -threshold],
        [threshold, Infinity],
      ] as const,
    },
  ];
  return intervalChannel({ name: "door", even: true, events, variance });
}
