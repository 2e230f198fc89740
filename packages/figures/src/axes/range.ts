import type { ScaleKind } from "../figure.ts";
import type { Numbers } from "../numbers.ts";

/** Least and greatest value. */
export type Range = readonly [low: number, high: number];

/** The range of the values that an axis of this kind can show; undefined where there are none. */
export function rangeOf(kind: ScaleKind, ...arrays: readonly Numbers[]): Range | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of arrays)
    for (const value of values) {
      if (!isShown(kind, value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return low <= high ? [low, high] : undefined;
}

/** Numbers larger than this, or closer to zero on a logarithmic axis than its inverse, cannot be shown. */
export const largest = 1e150;

/** Whether an axis of this kind can show a value. */
export function isShown(kind: ScaleKind, value: number): boolean {
  return Math.abs(value) <= largest && (kind === "linear" || value >= 1 / largest);
}

/** The range that holds all of them. */
export function union(ranges: readonly (Range | undefined)[]): Range | undefined {
  const known = ranges.filter((range) => range !== undefined);
  if (known.length === 0) return undefined;
  return [Math.min(...known.map(([low]) => low)), Math.max(...known.map(([, high]) => high))];
}
