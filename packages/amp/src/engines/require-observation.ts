import { rejectKind, requireFinite, requireFiniteArray } from "../argument-checks.ts";
import type { Observation, SharedFactorModel, SymmetricModel } from "../models.ts";

/** Requires an array of the given sizes with finite entries. */
export function requireObservation(
  call: string,
  argument: string,
  data: Observation,
  sizes: readonly number[],
): void {
  const entries = data?.data;
  if (!(entries instanceof Float64Array || entries instanceof Float32Array))
    rejectKind(call, `${argument}.data`, "be a Float64Array or a Float32Array", entries);
  const shape = "shape" in data ? Array.from(data.shape) : [data.rows, data.cols];
  const wanted = sizes.join(" x ");
  if (shape.join(" x ") !== wanted) rejectKind(call, argument, `be ${wanted}`, shape.join(" x "));
  const count = sizes.reduce((product, size) => product * size, 1);
  if (entries.length !== count) rejectKind(call, `${argument}.data`, `have ${count} entries`, entries.length);
  // A sum is finite only if no entry is NaN, and rarely otherwise infinite.
  let sum = 0;
  for (let i = 0; i < entries.length; i++) sum += entries[i]!;
  if (Number.isFinite(sum)) return;
  for (let i = 0; i < entries.length; i++) requireFinite(call, `${argument}.data[${i}]`, entries[i]!);
}

/** Requires an object. */
export function requireModel(call: string, model: SharedFactorModel | SymmetricModel): void {
  if (typeof model !== "object" || model === null) rejectKind(call, "model", "be an object", model);
}

/** Requires a list of one channel or more. */
export function requireChannelList(call: string, channels: readonly object[]): void {
  if (!(Array.isArray(channels) && channels.length > 0))
    rejectKind(call, "model.channels", "list at least one channel", channels);
  channels.forEach((channel, c) => {
    if (typeof channel !== "object" || channel === null)
      rejectKind(call, `model.channels[${c}]`, "be an object", channel);
  });
}

/** Requires a finite vector of a factor's size. */
export function requireVector(call: string, argument: string, vector: Float64Array, size: number): void {
  requireFiniteArray(call, argument, vector);
  if (vector.length !== size) rejectKind(call, argument, `have ${size} entries`, vector.length);
}
