import { decimal } from "./decimal.ts";

/** How often something happened, with its 95 % interval by Wilson. */
export interface Proportion {
  /** In [0, 1]; NaN without trials. */
  readonly fraction: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
  /** Such as `9/12 [0.468, 0.911]`. */
  readonly text: string;
}

/** Standard normal quantile of 97.5 %. */
const z = 1.959963984540054;

/** The proportion of outcomes that are true. */
export function proportionOf(outcomes: readonly boolean[]): Proportion {
  const n = outcomes.length;
  const successes = outcomes.filter(Boolean).length;
  const fraction = successes / n;
  const centre = (fraction + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((fraction * (1 - fraction)) / n + (z / (2 * n)) ** 2)) / (1 + (z * z) / n);
  const [low, high] = [Math.max(0, centre - half), Math.min(1, centre + half)];
  return { fraction, low, high, text: `${successes}/${n} [${decimal(low)}, ${decimal(high)}]` };
}
