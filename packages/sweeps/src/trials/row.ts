import { rejectKind } from "../argument-checks.ts";

/** A cell of a result. Every number is kept as it is, also NaN, the infinities and minus zero. */
export type Value = number | string | boolean | null;

/** The result of a trial: named values, and arrays, which are stored beside the rows as `.npz`. */
export type Row = Readonly<Record<string, Value | Float64Array>>;

function isCell(value: unknown): boolean {
  return (
    value === null || ["number", "string", "boolean"].includes(typeof value) || value instanceof Float64Array
  );
}

/** Requires the result of a trial to be a row. */
export function requireRow(call: string, result: unknown): asserts result is Row {
  if (typeof result !== "object" || result === null || Array.isArray(result))
    rejectKind(call, "the result of a trial", "be a record of values", result);
  for (const [name, value] of Object.entries(result)) {
    if (!isCell(value))
      rejectKind(call, `result.${name}`, "be a number, a string, a boolean, null or a Float64Array", value);
  }
}
