import { rangeOf } from "../axes/range.ts";
import type { Numbers } from "../numbers.ts";
import { plainLabel } from "../text/typeset.ts";

/** `from 0 to 1` for the finite values, or that there are none. */
export function spanInWords(...arrays: readonly Numbers[]): string {
  const range = rangeOf("linear", ...arrays);
  if (range === undefined) return "without finite values";
  const [low, high] = range.map(numberInWords);
  return low === high ? `at ${low}` : `from ${low} to ${high}`;
}

/** A number with at most four digits, such as `0.25` or `1.5e-7`. */
export function numberInWords(value: number): string {
  if (!Number.isFinite(value)) return "no finite value";
  return String(Number(value.toPrecision(4)));
}

/** ` "theory"`, or nothing for a mark without a label. */
export function quoted(label: string | undefined): string {
  return label === undefined || label === "" ? "" : ` "${plainLabel(label)}"`;
}

/** `1 point`, `2 points`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
