import { rejectKind, requireFiniteArray, requireLength, requirePositive } from "../argument-checks.ts";
import type { FitOptions } from "../fit-options.ts";
import { averageSeeds, splitSeeds } from "./average-seeds.ts";
import type { Curve } from "./curve.ts";

type Sources = Pick<FitOptions, "seeds" | "standardErrors" | "residuals">;

/** The curve that a caller's points make, checked. */
export function curveOf(call: string, x: ArrayLike<number>, y: ArrayLike<number>, options: Sources): Curve {
  const { seeds, standardErrors, residuals = "log" } = options;
  requireFiniteArray(call, "x", x);
  requireFiniteArray(call, "y", y);
  requireLength(call, "y", y.length, x.length, "the length of x");
  requireAllPositive(call, "x", x);
  if (residuals !== "log" && residuals !== "linear")
    rejectKind(call, "residuals", "be log or linear", residuals);
  if (residuals === "log") requireAllPositive(call, "y", y);
  if (seeds && standardErrors)
    rejectKind(call, "standardErrors", "be left out where there are seeds", standardErrors);
  if (seeds) return seedCurve(call, x, y, seeds);
  const points = { x: Float64Array.from(x), y: Float64Array.from(y) };
  if (!standardErrors)
    return { ...points, weights: new Float64Array(x.length).fill(1), errors: { kind: "scatter" } };
  requireLength(call, "standardErrors", standardErrors.length, x.length, "the length of x");
  requireAllPositive(call, "standardErrors", standardErrors);
  const spread = Float64Array.from(standardErrors, (error, i) =>
    residuals === "log" ? error / y[i]! : error,
  );
  return { ...points, weights: spread.map((error) => error ** -2), errors: { kind: "known" } };
}

function seedCurve(
  call: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  seeds: ArrayLike<number | string>,
): Curve {
  requireLength(call, "seeds", seeds.length, x.length, "the length of x");
  const split = splitSeeds(x, y, seeds);
  if (split.seeds.length < 2) rejectKind(call, "seeds", "name two or more replicates", split.seeds.length);
  return averageSeeds(split.x, split.seeds);
}

function requireAllPositive(call: string, argument: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! > 0)) requirePositive(call, `${argument}[${i}]`, values[i]!);
  }
}
