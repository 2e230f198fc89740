import { type BackendOptions, backendOf } from "../backend-options.ts";
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
 * Contracts all slots of a 3-tensor but one: T(., x, y)_i = sum_jk T_ijk x_j y_k for slot 0, T(u, ., y) for slot 1, T(u, x, .) for
 * slot 2. For a symmetric tensor all three agree. To contract a tensor many times, prepare it (`prepareTensor`).
 *
 * @param tensor - N1 x N2 x N3, f64 or f32
 * @param slot - the one that is left
 * @param first - contracts the first of the other two slots
 * @param second - contracts the second of them
 * @param options - `backend`
 * @returns as many entries as `slot` has; accumulated in f64
 * @throws TypeError for shapes that do not fit or empty ones; RangeError for another slot, NaN or infinite entries
 */
export function contract(
  tensor: Tensor3,
  slot: Slot,
  first: Float64Array,
  second: Float64Array,
  options: BackendOptions = {},
): Float64Array {
  const backend = backendOf("contract", options);
  requireTensor("contract", "tensor", tensor);
  requireSlot("contract", "slot", slot);
  const [one, two] = otherSlots(slot);
  requireFiniteVector("contract", "first", first, tensor.shape[one]);
  requireFiniteVector("contract", "second", second, tensor.shape[two]);
  const out = new Float64Array(tensor.shape[slot]);
  using prepared = withinMemory("contract", () => backend.prepareTensor(tensor));
  prepared.contract(slot, first, second, out);
  return out;
}
