import { requireOptions, requirePositive } from "../argument-checks.ts";
import { exp, log } from "../elementary.ts";
import type { Block, Law } from "../law.ts";
import { boxMuller } from "./normal.ts";
import { openUnit } from "./uniform.ts";

/** Shape and scale of a gamma law. */
export interface GammaOptions {
  /** Shape k > 0. */
  readonly shape: number;
  /** Scale, > 0; 1 by default. */
  readonly scale?: number;
}

/**
 * The gamma law, density `x^(k-1) e^(-x/s) / (Gamma(k) s^k)` on x > 0 with shape k and scale s: mean k s, variance k s^2.
 *
 * Layout: try t reads the attempts 2t and 2t + 1. The first gives a normal x (the first of the pair), the second the uniforms
 * u and b. With `d = k' - 1/3`, `v = (1 + x / sqrt(9 d))^3` the try is accepted if v > 0 and
 * `log u < x^2/2 + d (1 - v + log v)`; the value is `s d v`, with `k' = k`. For k < 1, `k' = k + 1` and the value is multiplied
 * by `b^(1/k)`; values under 1e-308 come out as 0.
 *
 * @param options - `shape` > 0 and `scale` > 0 (default 1), finite
 * @throws RangeError if one of them is not positive and finite; TypeError if it is not a number
 * @see G. Marsaglia, W. W. Tsang, A simple method for generating gamma variables (2000).
 */
export function gamma(options: GammaOptions): Law {
  requireOptions("gamma", options);
  const { shape, scale = 1 } = options;
  requirePositive("gamma", "shape", shape);
  requirePositive("gamma", "scale", scale);
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const pair = new Float64Array(2);
  const decode = (block: Block, values: Float64Array): void => {
    for (let trial = 0; ; trial++) {
      boxMuller(block(2 * trial), pair);
      const x = pair[0]!;
      const words = block(2 * trial + 1);
      const t = 1 + c * x;
      const v = t * t * t;
      if (v <= 0 || log(openUnit(words[0]!, words[1]!)) >= 0.5 * x * x + d * (1 - v + log(v))) continue;
      const boost = shape < 1 ? exp(log(openUnit(words[2]!, words[3]!)) / shape) : 1;
      values[0] = scale * (d * v) * boost;
      return;
    }
  };
  const mean = shape * scale;
  return { name: "gamma", id: 8, lanes: 1, mean, variance: mean * scale, decode };
}
