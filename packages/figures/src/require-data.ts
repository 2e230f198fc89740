import { reject, rejectKind, requireLength } from "./argument-checks.ts";
import { largest } from "./axes/range.ts";
import type { ScaleKind } from "./figure.ts";
import type { Numbers } from "./numbers.ts";

const call = "drawFigure";
const most = 1_000_000;
const longestLabel = 1000;

/** Requires an array of numbers, NaN and infinities among them, of a size that can be drawn. */
export function requireNumbers(path: string, values: Numbers): void {
  if (!Array.isArray(values) && !(values instanceof Float64Array))
    rejectKind(call, path, "be an array of numbers or a Float64Array", values);
  if (values.length > most) reject(call, `${path}.length`, `be at most ${most}`, values.length);
  const wrong = Array.prototype.findIndex.call(values, (value) => typeof value !== "number");
  if (wrong >= 0) rejectKind(call, `${path}[${wrong}]`, "be a number", values[wrong]);
}

/** Requires arrays of one length: the first gives it. */
export function requireAlike(path: string, arrays: Readonly<Record<string, Numbers | undefined>>): void {
  const given = Object.entries(arrays).filter((entry): entry is [string, Numbers] => entry[1] !== undefined);
  for (const [name, values] of given) requireNumbers(`${path}.${name}`, values);
  const [[first, { length }]] = given as [[string, Numbers]];
  for (const [name, values] of given)
    requireLength(call, `${path}.${name}`, values.length, length, `as many as ${first}`);
}

/** Requires finite numbers that increase. */
export function requireIncreasing(path: string, values: Numbers): void {
  requireNumbers(path, values);
  for (let i = 0; i < values.length; i++)
    if (!(Number.isFinite(values[i]) && (i === 0 || values[i]! > values[i - 1]!)))
      reject(call, `${path}[${i}]`, "be finite and above the one before it", values[i]);
}

/** Requires text that is not longer than a label can be. */
export function requireText(path: string, text: unknown): void {
  if (typeof text !== "string") rejectKind(call, path, "be text", text);
  if (text.length > longestLabel)
    rejectKind(call, path, `have at most ${longestLabel} characters`, text.length);
}

/** Requires one of a closed list. */
export function requireChoice(path: string, value: unknown, choices: readonly unknown[]): void {
  if (!choices.includes(value)) rejectKind(call, path, `be one of ${choices.join(", ")}`, value);
}

/** Requires two finite ends that increase. */
export function requireDomain(path: string, domain: readonly [number, number]): void {
  if (!Array.isArray(domain)) rejectKind(call, path, "be two numbers", domain);
  requireLength(call, path, domain.length, 2, "lower and upper end");
  requireIncreasing(path, domain);
  for (const [i, end] of domain.entries()) requireBetween(`${path}[${i}]`, end, -largest, largest);
}

/** Requires the domain of an axis; on a logarithmic one both ends are above zero. */
export function requireAxisDomain(path: string, domain: readonly [number, number], scale: ScaleKind): void {
  requireDomain(path, domain);
  if (scale === "log" && !(domain[0] >= 1 / largest))
    reject(call, `${path}[0]`, "be above zero on a log axis", domain[0]);
}

/** Requires a number in [least, most]. */
export function requireBetween(path: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) reject(call, path, `be from ${least} to ${most}`, value);
}
