import type { Value } from "../trials/row.ts";

/** Texts that stand for numbers JSON has not, and the same behind apostrophes, which stand for themselves less one apostrophe. */
const special = /^'*(?:NaN|-?Infinity|-0)$/;

/** A cell as JSON can hold it: the numbers that JSON has not become text, a text that could be taken for one gets an apostrophe. */
export function encodeCell(value: Value): Value {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : textOf(value);
  return typeof value === "string" && special.test(value) ? `'${value}` : value;
}

function textOf(value: number): string {
  return value === 0 ? "-0" : String(value);
}

/** The cell that `encodeCell` was given. */
export function decodeCell(value: Value): Value {
  if (typeof value !== "string" || !special.test(value)) return value;
  return value.startsWith("'") ? value.slice(1) : Number(value);
}
