import type { Curve } from "../data/curve.ts";

/** Units in which the numbers of a curve are near 1: geometric means, or the mean size of y where logarithms are not compared. */
export function unitsOf(
  { x, y, weights }: Curve,
  residuals: "log" | "linear",
): readonly [x: number, y: number] {
  const present = y.filter((_, i) => weights[i]! > 0);
  const size =
    residuals === "log"
      ? geometricMean(present)
      : present.reduce((sum, value) => sum + Math.abs(value), 0) / present.length;
  return [geometricMean(x), size > 0 ? size : 1];
}

function geometricMean(values: Float64Array): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** The curve in other units. Weights are of log y, or of y itself. */
export function inUnits(
  curve: Curve,
  [xUnit, yUnit]: readonly [number, number],
  residuals: "log" | "linear",
): Curve {
  const { x, y, weights, errors } = curve;
  const known = residuals === "linear" && errors.kind === "known";
  const seeds =
    errors.kind === "seeds"
      ? errors.seeds.map((seed) => ({ ...seed, y: seed.y.map((value) => value / yUnit) }))
      : undefined;
  return {
    x: x.map((value) => value / xUnit),
    y: y.map((value) => value / yUnit),
    weights: known ? weights.map((weight) => weight * yUnit ** 2) : weights,
    errors: seeds ? { kind: "seeds", seeds } : errors,
  };
}
