import { type BackendOptions, backendOf } from "../backend-options.ts";
import type { Matrix } from "../matrix.ts";
import { withinMemory } from "../within-memory.ts";
import {
  otherSlots,
  requireFiniteVector,
  requireSlot,
  requireTensor,
  type Slot,
  type Tensor3,
} from "./tensor.ts";

/**
 * Contracts one slot of a 3-tensor: T(u, ., .)_jk = sum_i u_i T_ijk for slot 0, T(., x, .) for slot 1, T(., ., y) for slot 2.
 *
 * @param tensor - N1 x N2 x N3, f64 or f32
 * @param slot - the one that is contracted
 * @param vector - as many entries as `slot` has
 * @param options - `backend`
 * @returns the matrix of the slots that are left, the first being its rows; accumulated in f64
 * @throws TypeError for shapes that do not fit or empty ones; RangeError for another slot, NaN or infinite entries
 */
export function contractOne(
  tensor: Tensor3,
  slot: Slot,
  vector: Float64Array,
  options: BackendOptions = {},
): Matrix {
  const backend = backendOf("contractOne", options);
  requireTensor("contractOne", "tensor", tensor);
  requireSlot("contractOne", "slot", slot);
  requireFiniteVector("contractOne", "vector", vector, tensor.shape[slot]);
  const [rows, cols] = otherSlots(slot).map((other) => tensor.shape[other]) as [number, number];
  const out = { rows, cols, data: new Float64Array(rows * cols) };
  using prepared = withinMemory("contractOne", () => backend.prepareTensor(tensor));
  prepared.contractOne(slot, vector, out);
  return out;
}
