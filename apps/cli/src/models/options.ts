import type { Prior } from "@onsager/amp";
import { parsePrior } from "../specs/prior.ts";
import { finite } from "../specs/spec.ts";
import { UsageError } from "../usage-error.ts";
import type { ModelOption } from "./model.ts";

/** The prior of all factors. */
export const priorOption: ModelOption = {
  flags: "--prior <prior>",
  description: "prior of all factors, name[:key=value,...]; `onsager list priors` names them",
  fallback: "gaussian",
};

/** The prior of one factor. */
export function priorOptionOf(factor: string): ModelOption {
  return { flags: `--prior-${factor} <prior>`, description: `prior of ${factor}, where it differs` };
}

/** Options as commander gives them. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** A number, or undefined where the option is not given. */
export function numberOf(options: Typed, key: string): number | undefined {
  const text = options[key];
  return text === undefined ? undefined : finite(flagOf(key), text);
}

/** A positive number, or undefined where the option is not given. */
export function positiveOf(options: Typed, key: string): number | undefined {
  const value = numberOf(options, key);
  if (value !== undefined && !(value > 0)) {
    throw new UsageError(`${flagOf(key)} must be positive, got ${options[key]}`);
  }
  return value;
}

/** A positive number. */
export function requiredPositive(options: Typed, key: string): number {
  const value = positiveOf(options, key);
  if (value === undefined) throw new UsageError(`${flagOf(key)} must be given`);
  return value;
}

/** Positive numbers separated by commas. */
export function positivesOf(options: Typed, key: string, count: number): number[] {
  const parts = (options[key] ?? "").split(",").map((part) => finite(flagOf(key), part));
  if (parts.length !== count || !parts.every((value) => value > 0)) {
    throw new UsageError(`${flagOf(key)} must list ${count} positive numbers, got ${options[key]}`);
  }
  return parts;
}

/** An integer in a range, with a default. */
export function integerOf(
  options: Typed,
  key: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = numberOf(options, key);
  if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most)) {
    throw new UsageError(`${flagOf(key)} must be an integer from ${least} to ${most}, got ${options[key]}`);
  }
  return value;
}

/** The priors of factors: `--prior`, or `--prior-u` where a factor has its own. */
export function priorsOf(options: Typed, factors: readonly string[]): Record<string, Prior> {
  const textOf = (factor: string): string =>
    options[`prior${factor.toUpperCase()}`] ?? options.prior ?? "gaussian";
  return Object.fromEntries(factors.map((factor) => [factor, parsePrior(textOf(factor))]));
}

/** The texts of the priors, as parameters of a prediction. */
export function priorTexts(options: Typed, factors: readonly string[]): Record<string, string> {
  const own = factors.filter((factor) => options[`prior${factor.toUpperCase()}`] !== undefined);
  const texts = own.map((factor) => [`prior-${factor}`, options[`prior${factor.toUpperCase()}`]!]);
  return { prior: options.prior ?? "gaussian", ...Object.fromEntries(texts) };
}

/** `deltaMatrix` as it is typed, `--delta-matrix`. */
function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
