import { drawUnits } from "../bootstrap/draw-units.ts";
import { averageSeeds } from "../data/average-seeds.ts";
import type { Curve } from "../data/curve.ts";
import type { Stream } from "../random.ts";
import type { Model } from "./model.ts";

/**
 * A bootstrap sample of a curve. Whole seeds are drawn with replacement, two different ones at least; known errors are drawn from normal
 * laws about the fit; scatter is drawn from the residuals, blown up to the variance that they estimate.
 *
 * Order of draws: the seeds of a sample one after the other; without seeds one normal or one integer a point.
 */
export function resample(model: Model, curve: Curve, coordinates: Float64Array, random: Stream): Curve {
  if (curve.errors.kind === "seeds") return averageSeeds(curve.x, drawSeeds(curve.errors.seeds, random));
  const fitted = model.values(coordinates, curve.x);
  const draw =
    curve.errors.kind === "known"
      ? knownErrors(curve, random)
      : scatter(model, curve, fitted, coordinates.length, random);
  return { ...curve, y: fitted.map((value, i) => model.inverse(value + draw(i))) };
}

function drawSeeds<T>(seeds: readonly T[], random: Stream): readonly T[] {
  for (;;) {
    const drawn = drawUnits(seeds, random);
    if (drawn.some((seed) => seed !== drawn[0])) return drawn;
  }
}

function knownErrors({ weights }: Curve, random: Stream): (i: number) => number {
  return (i) => random.normal() / Math.sqrt(weights[i]!);
}

function scatter(
  model: Model,
  { y }: Curve,
  fitted: Float64Array,
  p: number,
  random: Stream,
): (i: number) => number {
  const residuals = y.map((value, i) => model.transform(value) - fitted[i]!);
  const mean = residuals.reduce((sum, value) => sum + value, 0) / y.length;
  const widening = Math.sqrt(y.length / (y.length - p));
  return () => widening * (residuals[random.integer(y.length)]! - mean);
}
