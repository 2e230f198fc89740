import type { Observation } from "@onsager/amp";
import { type NdArray, toFloat64 } from "@onsager/datasets";
import { arrayOf, readFile } from "../files/read-file.ts";
import { UsageError } from "../usage-error.ts";

/** Names of the arrays in a file: `matrix` and `tensor`, unless the options say others. */
export interface ObservationKeys {
  /** Of the matrix. */
  readonly matrix?: string | undefined;
  /** Of the tensor. */
  readonly tensor?: string | undefined;
}

/**
 * Reads what was observed.
 *
 * @param file - `.npy` with one array, `.npz` with a matrix, a tensor or both
 * @param wanted - which of them the model has
 * @param keys - their names, where a file holds more
 * @throws UsageError for arrays that are not there, have another number of indices, or entries that are not finite
 */
export async function readObservation(
  file: string,
  wanted: readonly ("matrix" | "tensor")[],
  keys: ObservationKeys,
): Promise<Readonly<Record<string, Observation>>> {
  const content = await readFile(file);
  if ("table" in content) throw new UsageError(`${file} must hold arrays: .npy or .npz`);
  const { arrays } = content;
  const single = wanted.length === 1 && Object.keys(arrays).length === 1;
  return Object.fromEntries(
    wanted.map((kind) => {
      const key = keys[kind] ?? (single ? undefined : kind);
      return [kind, observationOf(`${kind} of ${file}`, arrayOf(file, arrays, key), kind)];
    }),
  );
}

function observationOf(what: string, array: NdArray, kind: "matrix" | "tensor"): Observation {
  const { shape, dtype } = array;
  const indices = kind === "matrix" ? 2 : 3;
  if (shape.length !== indices || shape.some((size) => size < 2)) {
    throw new UsageError(
      `${what} must have ${indices} indices, each of 2 or more, got shape (${shape.join(", ")})`,
    );
  }
  const data = dtype === "float32" ? (array.data as Float32Array) : toFloat64(array);
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new UsageError(`${what} must hold finite numbers, got ${data[bad]} at entry ${bad}`);
  return kind === "matrix" ? { rows: shape[0]!, cols: shape[1]!, data } : { shape, data };
}
