import { requireOptions, requirePositive } from "../argument-checks.ts";
import { halfLinePart } from "../parts/half-line-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";

/** Options of `exponential`. */
export interface ExponentialOptions {
  /** l > 0, the mean; default 1. */
  readonly scale?: number;
}

/**
 * P(w) = exp(-w/l)/l on w > 0. The posterior is N((B - 1/l)/A, 1/A) cut off below 0. At A = 0 it exists for B < 1/l.
 *
 * @param options - `scale` l, positive and finite, default 1: the second moment is 2 l^2
 * @throws RangeError or TypeError when `scale` is not as described
 */
export function exponential(options: ExponentialOptions = {}): Prior {
  requireOptions("exponential", options);
  const { scale = 1 } = options;
  requirePositive("exponential", "scale", scale);
  const part = halfLinePart({
    precision: 0,
    field: -1 / scale,
    sample: (random) => -scale * Math.log(random.uniform()),
  });
  return mixture({ name: "exponential", components: [{ weight: 1, part }], parameters: { scale } });
}
