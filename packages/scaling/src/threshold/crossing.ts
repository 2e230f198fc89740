import type { Curve } from "../data/curve.ts";
import { isotonic } from "./isotonic.ts";

/** Where a curve that is made monotone passes a level, in the order of x; -Infinity before its first point and Infinity behind its last. */
export function crossing(
  { x, y, weights }: Pick<Curve, "x" | "y" | "weights">,
  level: number,
  sign: number,
): number {
  const present = Array.from(x.keys()).filter((i) => weights[i]! > 0);
  const values = isotonic(
    present.map((i) => sign * y[i]!),
    present.map((i) => weights[i]!),
  );
  const below = values.findLastIndex((value) => value < sign * level);
  const above = values.findIndex((value) => value > sign * level);
  const [first, last] = [below < 0, above < 0];
  // On a plateau at the level it is in the middle.
  if (above - below !== 1 && !(first || last)) return (x[present[below + 1]!]! + x[present[above - 1]!]!) / 2;
  if (first || last) return first ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const part = (sign * level - values[below]!) / (values[above]! - values[below]!);
  const [from, to] = [x[present[below]!]!, x[present[above]!]!];
  return from + part * (to - from);
}

/** 1 for a curve that rises by and large, -1 for one that falls. */
export function directionOf({ x, y, weights }: Pick<Curve, "x" | "y" | "weights">): 1 | -1 {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = x.reduce((sum, value, i) => sum + weights[i]! * value, 0) / total;
  return x.reduce((sum, value, i) => sum + weights[i]! * (value - mean) * y[i]!, 0) < 0 ? -1 : 1;
}
