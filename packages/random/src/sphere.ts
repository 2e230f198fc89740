import { requireInteger, requireOptions, requirePositive } from "./argument-checks.ts";
import type { Matrix } from "./matrix.ts";
import { requireStream, type Stream } from "./stream.ts";

/** Number, dimension and radius of the points that `sphere` draws. */
export interface SphereOptions {
  /** Dimension d >= 1 of the space: the points have d coordinates. */
  readonly dimension: number;
  /** How many points, >= 0; 1 by default. */
  readonly points?: number;
  /** Euclidean norm of each point, > 0; 1 by default. */
  readonly radius?: number;
}

/** Scales a vector to norm `radius`; its squares are summed in order. */
function normalise(point: Float64Array, radius: number): void {
  let squares = 0;
  for (const x of point) squares += x * x;
  const norm = Math.sqrt(squares);
  for (let i = 0; i < point.length; i++) point[i] = (point[i]! / norm) * radius;
}

/**
 * Points drawn uniformly from the sphere `|x| = radius` in dimension d, as the rows of a matrix.
 *
 * Draws `points x d` standard normals, row by row, and divides each row by its norm.
 *
 * @param options - `dimension` >= 1, `points` >= 0 (default 1), `radius` > 0 (default 1)
 * @param random - the stream to draw from; it moves on by `points x dimension`
 * @returns row-major matrix, `points x dimension`
 * @throws RangeError if a size is not an integer in range or the radius not positive and finite; TypeError for other kinds
 */
export function sphere(options: SphereOptions, random: Stream): Matrix {
  requireOptions("sphere", options);
  requireStream("sphere", random);
  const { dimension, points = 1, radius = 1 } = options;
  requireInteger("sphere", "dimension", dimension, 1, 2 ** 32 - 1);
  requireInteger("sphere", "points", points, 0, Math.floor((2 ** 32 - 1) / dimension));
  requirePositive("sphere", "radius", radius);
  const data = new Float64Array(points * dimension);
  random.fillNormal(data);
  for (let row = 0; row < points; row++)
    normalise(data.subarray(row * dimension, (row + 1) * dimension), radius);
  return { rows: points, cols: dimension, data };
}
