import type { Sample } from "../../src/ensemble.ts";
import type { Observation } from "../../src/models.ts";

/** The arrays of a sample; a tridiagonal matrix has none. */
export function observationsOf(sample: Sample): Observation[] {
  if ("channels" in sample) return sample.channels.map(({ data }) => data);
  return "rows" in sample ? [sample] : [];
}

/** The sizes of an array. */
export function shapeOf(observation: Observation): readonly number[] {
  return "rows" in observation ? [observation.rows, observation.cols] : observation.shape;
}

/** All arrays of indices below the sizes, the last fastest, in the order of the entries. */
export function* indicesOf(shape: readonly number[]): Generator<readonly number[]> {
  if (shape.length === 0) {
    yield [];
    return;
  }
  for (const head of indicesOf(shape.slice(0, -1)))
    for (let last = 0; last < shape.at(-1)!; last++) yield [...head, last];
}

/** The address of an entry. */
export function addressOf(indices: readonly number[], shape: readonly number[]): number {
  return indices.reduce((address, index, slot) => address * shape[slot]! + index, 0);
}
