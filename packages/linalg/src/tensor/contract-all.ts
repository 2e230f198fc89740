import { type BackendOptions, backendOf } from "../backend-options.ts";
import { withinMemory } from "../within-memory.ts";
import { requireFiniteVector, requireTensor, type Tensor3 } from "./tensor.ts";

/**
 * The three contractions T(., x, y), T(u, ., y) and T(u, x, .) of a 3-tensor, in one pass over it.
 *
 * @param tensor - N1 x N2 x N3, f64 or f32
 * @param u - N1 entries
 * @param x - N2 entries
 * @param y - N3 entries
 * @param options - `backend`
 * @returns vectors of N1, N2 and N3 entries; accumulated in f64
 * @throws TypeError for shapes that do not fit or empty ones; RangeError for NaN or infinite entries
 */
export function contractAll(
  tensor: Tensor3,
  u: Float64Array,
  x: Float64Array,
  y: Float64Array,
  options: BackendOptions = {},
): readonly [Float64Array, Float64Array, Float64Array] {
  const backend = backendOf("contractAll", options);
  requireTensor("contractAll", "tensor", tensor);
  const [N1, N2, N3] = tensor.shape;
  for (const [name, vector, length] of [
    ["u", u, N1],
    ["x", x, N2],
    ["y", y, N3],
  ] as const) {
    requireFiniteVector("contractAll", name, vector, length);
  }
  const out = [new Float64Array(N1), new Float64Array(N2), new Float64Array(N3)] as const;
  using prepared = withinMemory("contractAll", () => backend.prepareTensor(tensor));
  prepared.contractAll(u, x, y, out);
  return out;
}
