import type { Matrix } from "@onsager/linalg";
import type { Observation } from "../models.ts";

/**
 * An observation as a matrix: the slots of a tensor after the second are contracted with the unit vectors (1, ..., 1)/sqrt(size), which
 * leaves independent noise of the same variance and a spike of rank one.
 */
export function contracted(observation: Observation): Matrix {
  const { data } = observation;
  const [rows, cols] =
    "rows" in observation ? [observation.rows, observation.cols] : firstTwo(observation.shape);
  const count = data.length / (rows * cols);
  const out = new Float64Array(rows * cols);
  for (let at = 0; at < out.length; at++) {
    let sum = 0;
    for (let l = at * count; l < (at + 1) * count; l++) sum += data[l]!;
    out[at] = sum / Math.sqrt(count);
  }
  return { rows, cols, data: out };
}

function firstTwo(shape: readonly number[]): readonly [number, number] {
  return [shape[0]!, shape[1]!];
}
