import { reject, rejectKind, requireInteger } from "../argument-checks.ts";
import { requireFiniteEntries, requireFloats } from "../check.ts";
import type { Floats } from "../matrix.ts";

/** A row-major 3-tensor: entry (i, j, k) is `data[(i * shape[1] + j) * shape[2] + k]`. */
export interface Tensor3<D extends Floats = Floats> {
  /** N1, N2, N3. */
  readonly shape: readonly [number, number, number];
  /** N1 N2 N3 entries; f32 where memory or bandwidth rules, sums are f64 all the same. */
  readonly data: D;
}

/** One of the three indices of a tensor. */
export type Slot = 0 | 1 | 2;

/** Largest size of a slot, and of the product of two: what kernels count in 32 bits. */
const MOST = 2 ** 32 - 1;

/** Requires three sizes of at least 1 and as many entries, all finite. */
export function requireTensor(call: string, argument: string, tensor: Tensor3): void {
  const { shape, data } = tensor ?? {};
  requireFloats(call, `${argument}.data`, data);
  if (!Array.isArray(shape) || shape.length !== 3) reject(call, `${argument}.shape`, "be three sizes", shape);
  for (const slot of [0, 1, 2]) requireInteger(call, `${argument}.shape[${slot}]`, shape[slot]!, 1, MOST);
  const entries = shape[0] * shape[1] * shape[2];
  if (data.length !== entries)
    throw new TypeError(
      `${call}: ${argument}.data must have ${shape.join(" * ")} = ${entries} entries, got ${data.length}`,
    );
  requireFiniteEntries(call, argument, data);
}

/** Requires a slot. */
export function requireSlot(call: string, argument: string, slot: number): void {
  requireInteger(call, argument, slot, 0, 2);
}

/** Requires a Float64Array of a length. */
export function requireVector(call: string, argument: string, vector: Float64Array, length: number): void {
  if (!(vector instanceof Float64Array)) rejectKind(call, argument, "be a Float64Array", vector);
  if (vector.length === length) return;
  throw new TypeError(`${call}: ${argument} must have ${length} entries, got ${vector.length}`);
}

/** Requires a Float64Array of a length with finite entries. */
export function requireFiniteVector(
  call: string,
  argument: string,
  vector: Float64Array,
  length: number,
): void {
  requireVector(call, argument, vector, length);
  const at = vector.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) reject(call, `${argument}[${at}]`, "be finite", vector[at]);
}

/** The two slots other than `slot`, in order. */
export function otherSlots(slot: Slot): readonly [Slot, Slot] {
  return slot === 0 ? [1, 2] : slot === 1 ? [0, 2] : [0, 1];
}
