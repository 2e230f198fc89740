import { requirePositive } from "../argument-checks.ts";

/** What the singular vectors of a rectangular spiked matrix know of the spike. */
export interface RectangularSpike {
  /** Squared cosines of the top left and right singular vectors with x and y; 0 below the threshold. */
  readonly squaredOverlaps: readonly [number, number];
  /** Largest singular value over sqrt(N): the spike's, or the edge of the bulk below the threshold. */
  readonly singularValue: number;
  /** Edge of the bulk over sqrt(N). */
  readonly edge: number;
}

/** Sizes and noise of a rectangular spiked matrix. */
export interface RectangularSpikeOptions {
  /** a: the matrix has a N rows. */
  readonly rows: number;
  /** b: the matrix has b N columns. */
  readonly cols: number;
  /** D. */
  readonly variance: number;
}

/**
 * Principal components of the a N x b N matrix sqrt(D) Z + x y^T/sqrt(N), with coordinates of x and y of unit variance:
 *
 *     cos^2_x = (ab - D^2)/(a(b + D)),  cos^2_y = (ab - D^2)/(b(a + D)),  singular value sqrt((a + D)(b + D)),
 *
 * above the threshold D < sqrt(ab); edge sqrt(D)(sqrt(a) + sqrt(b)). Bayes-AMP with standard Gaussian priors reaches the same.
 *
 * @param options - `rows` a, `cols` b and `variance` D, all positive
 * @throws RangeError if one of them is not
 * @see F. Benaych-Georges, R. Nadakuditi, The singular values and vectors of low rank perturbations (2012)
 */
export function rectangularSpike(options: RectangularSpikeOptions): RectangularSpike {
  const { rows, cols, variance } = options;
  requirePositive("rectangularSpike", "rows", rows);
  requirePositive("rectangularSpike", "cols", cols);
  requirePositive("rectangularSpike", "variance", variance);
  const excess = rows * cols - variance * variance;
  const edge = Math.sqrt(variance) * (Math.sqrt(rows) + Math.sqrt(cols));
  if (!(excess > 0)) return { squaredOverlaps: [0, 0], singularValue: edge, edge };
  return {
    squaredOverlaps: [excess / (rows * (cols + variance)), excess / (cols * (rows + variance))],
    singularValue: Math.sqrt((rows + variance) * (cols + variance)),
    edge,
  };
}
