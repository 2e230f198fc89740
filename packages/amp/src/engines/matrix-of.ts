import type { MatrixData, Observation } from "../models.ts";

/** Whether an observation has two indices. */
export function isMatrix(data: Observation): boolean {
  return !("shape" in data) || data.shape.length === 2;
}

/** An observation of two indices, in either form, as a matrix. */
export function matrixOf(data: Observation): MatrixData {
  if (!("shape" in data)) return data;
  const [rows, cols] = data.shape as readonly [number, number];
  return { rows, cols, data: data.data };
}
