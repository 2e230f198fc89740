import type { Curve, SeedCurve } from "./curve.ts";

/** The points of each seed on the distinct values of x. */
export function splitSeeds(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  seeds: ArrayLike<number | string>,
): { readonly x: Float64Array; readonly seeds: readonly SeedCurve[] } {
  const grid = Float64Array.from(new Set(Array.from(x))).sort();
  const places = new Map(Array.from(grid, (value, place) => [value, place]));
  const curves = new Map<number | string, { places: number[]; y: number[] }>();
  for (let i = 0; i < x.length; i++) {
    const curve = curves.get(seeds[i]!) ?? { places: [], y: [] };
    curve.places.push(places.get(x[i]!)!);
    curve.y.push(y[i]!);
    curves.set(seeds[i]!, curve);
  }
  return { x: grid, seeds: [...curves.values()] };
}

/** The mean over seeds at each x, weighted by how many values it has; a point without any has weight 0. */
export function averageSeeds(x: Float64Array, seeds: readonly SeedCurve[]): Curve {
  const weights = new Float64Array(x.length);
  const y = new Float64Array(x.length);
  for (const seed of seeds) {
    for (const [i, place] of seed.places.entries()) {
      weights[place]!++;
      y[place]! += seed.y[i]!;
    }
  }
  return {
    x,
    y: y.map((sum, place) => (weights[place]! > 0 ? sum / weights[place]! : 1)),
    weights,
    errors: { kind: "seeds", seeds },
  };
}
