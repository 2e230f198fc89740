import type { Point } from "./point.ts";
import type { Parameter, Schema } from "./schema.ts";

/**
 * What is wrong with a point: one sentence for every parameter that is unknown, missing or out of range, such as
 * `matrixVariance must be above 0, got -1`.
 *
 * @param schema - the parameters of an experiment
 * @param point - their values
 * @returns nothing for a valid point
 */
export function pointProblems<P extends Point>(schema: Schema<P>, point: Point): string[] {
  const parameters: Readonly<Record<string, Parameter>> = schema;
  const unknown = Object.keys(point).filter((name) => !Object.hasOwn(parameters, name));
  const known = Object.entries(parameters).flatMap(([name, parameter]) => {
    const rule = brokenRule(parameter, point[name]);
    return rule === undefined ? [] : [`${name} must ${rule}, got ${shown(point[name])}`];
  });
  return [...unknown.map((name) => `${name} must be one of ${Object.keys(parameters).join(", ")}`), ...known];
}

function shown(value: Point[string] | undefined): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** The rule that a value breaks, as a message says it. */
function brokenRule(parameter: Parameter, value: Point[string] | undefined): string | undefined {
  if (parameter.kind === "boolean") return typeof value === "boolean" ? undefined : "be true or false";
  if (parameter.kind === "choice") {
    const { choices = [] } = parameter;
    return choices.some((choice) => choice === value) ? undefined : `be one of ${choices.join(", ")}`;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return "be a finite number";
  if (parameter.kind === "integer" && !Number.isSafeInteger(value)) return "be an integer";
  return brokenBound(parameter, value);
}

function brokenBound(parameter: Parameter, value: number): string | undefined {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = parameter;
  if (minimum !== undefined && value < minimum) return `be at least ${minimum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `be above ${exclusiveMinimum}`;
  if (maximum !== undefined && value > maximum) return `be at most ${maximum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `be below ${exclusiveMaximum}`;
  return undefined;
}
