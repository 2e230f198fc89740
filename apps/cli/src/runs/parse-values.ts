import type { Parameter, Point, Schema } from "@onsager/experiments";
import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

type Value = Point[string];

/** Values of one parameter. */
export type Assignment = readonly [key: string, values: readonly Value[]];

/** No grid axis is longer than this. */
const LONGEST = 100_000;

/**
 * Reads `key=value` of `--set`.
 *
 * @param schema - the parameters of the experiment
 * @param text - as typed
 * @throws UsageError for an unknown key, with the nearest one, or a value of a wrong kind
 */
export function parseSet(schema: Schema, text: string): Assignment {
  const [key, value] = split(schema, "--set", text, "key=value");
  return [key, [valueFrom(schema[key]!, key, value)]];
}

/**
 * Reads `key=from:to:step` or `key=a,b,c` of `--grid`; ends are included.
 *
 * @param schema - the parameters of the experiment
 * @param text - as typed
 * @throws UsageError for an unknown key, with the nearest one, or a range without meaning
 */
export function parseGrid(schema: Schema, text: string): Assignment {
  const [key, value] = split(schema, "--grid", text, "key=from:to:step or key=a,b,c");
  const parts = value.split(":");
  if (parts.length === 1) return [key, value.split(",").map((part) => valueFrom(schema[key]!, key, part))];
  const [from, to, step, ...more] = parts.map((part) => Number(part.trim() || Number.NaN));
  if (more.length > 0) throw new UsageError(`--grid ${key} must read from:to:step, got ${value}`);
  const values = rangeOf(`--grid ${key}`, from!, to!, step ?? Number.NaN);
  return [key, values.map((number) => checked(schema[key]!, key, number))];
}

function split(schema: Schema, option: string, text: string, form: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new UsageError(`${option} must read ${form}, got ${text}`);
  const key = text.slice(0, at).trim();
  if (!Object.hasOwn(schema, key)) unknownName("parameter", key, Object.keys(schema));
  return [key, text.slice(at + 1).trim()];
}

function valueFrom(parameter: Parameter, key: string, text: string): Value {
  if (parameter.kind === "choice") return text.trim();
  if (parameter.kind !== "boolean") return checked(parameter, key, Number(text.trim() || Number.NaN), text);
  if (text === "true" || text === "false") return text === "true";
  throw new UsageError(`${key} must be true or false, got ${text}`);
}

function checked({ kind }: Parameter, key: string, value: number, text: unknown = value): number {
  if (kind !== "number" && kind !== "integer") {
    throw new UsageError(`${key} must be a ${kind}, got ${text}`);
  }
  if (!Number.isFinite(value)) throw new UsageError(`${key} must be a number, got ${text}`);
  return value;
}

/**
 * from, from + step, ... up to and with `to`, each rounded to 12 digits so that 0.1:0.3:0.1 ends at 0.3.
 *
 * @param what - what the values are for, for messages
 * @param from - the first
 * @param to - the last
 * @param step - their difference
 * @throws UsageError for a step that does not lead there, or too many values
 */
export function rangeOf(what: string, from: number, to: number, step: number): number[] {
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (!(step !== 0 && count >= 1)) {
    throw new UsageError(
      `${what} must read from:to:step with a step that leads there, got ${from}:${to}:${step}`,
    );
  }
  if (count > LONGEST) throw new UsageError(`${what} must have at most ${LONGEST} values, got ${count}`);
  return Array.from({ length: count }, (_, k) => Number((from + k * step).toPrecision(12)));
}
