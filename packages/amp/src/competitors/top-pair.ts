import { type Backend, type Matrix, prepare, type TopSvd, topSvd } from "@onsager/linalg";
import type { Stream } from "../random.ts";

/** The top singular vectors of a matrix. */
export interface TopPair {
  /** Left vector, |u|^2 = rows. */
  readonly left: Float64Array;
  /** Right vector, |v|^2 = cols. */
  readonly right: Float64Array;
  /** The two largest singular values: near a threshold their gap closes. */
  readonly singularValues: readonly [number, number];
  /** How the eigensolver ended. */
  readonly convergence: TopSvd["convergence"];
}

/** The top singular pair, in the scale of the factors: mean square 1. */
export function topPair(
  matrix: Matrix<Float64Array | Float32Array>,
  backend: Backend | undefined,
  random: Stream,
): TopPair {
  using operator = prepare(matrix, backend ? { backend } : {});
  const count = Math.min(2, matrix.rows, matrix.cols);
  const { values, left, right, convergence } = topSvd(
    operator,
    { count, tolerance: 1e-8, maximumPasses: 2000 },
    random,
  );
  return {
    left: left.data.slice(0, matrix.rows).map((value) => value * Math.sqrt(matrix.rows)),
    right: right.data.slice(0, matrix.cols).map((value) => value * Math.sqrt(matrix.cols)),
    singularValues: [values[0]!, values[1] ?? 0],
    convergence,
  };
}
