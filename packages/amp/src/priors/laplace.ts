import { requireOptions, requirePositive } from "../argument-checks.ts";
import { halfLinePart } from "../parts/half-line-part.ts";
import { mirroredPart } from "../parts/mirrored-part.ts";
import { mixture } from "../parts/mixture.ts";
import type { Prior } from "../prior.ts";

/** Options of `laplace`. */
export interface LaplaceOptions {
  /** l > 0, the mean of |w|; default 1/sqrt(2), which gives unit variance. */
  readonly scale?: number;
}

/**
 * P(w) = exp(-|w|/l)/(2l). Its posterior is N((B - 1/l)/A, 1/A) cut off below 0 and N((B + 1/l)/A, 1/A) cut off above 0. At A = 0 it
 * exists for |B| < 1/l.
 *
 * @param options - `scale` l, positive and finite, default 1/sqrt(2): the second moment is 2 l^2
 * @throws RangeError or TypeError when `scale` is not as described
 */
export function laplace(options: LaplaceOptions = {}): Prior {
  requireOptions("laplace", options);
  const { scale = Math.SQRT1_2 } = options;
  requirePositive("laplace", "scale", scale);
  const half = halfLinePart({
    precision: 0,
    field: -1 / scale,
    sample: (random) => -scale * Math.log(random.uniform()),
  });
  return mixture({
    name: "laplace",
    components: [{ weight: 1, part: mirroredPart(half) }],
    parameters: { scale },
    symmetric: true,
  });
}
