import { type Backend, gemm, type Slot, symmetricEigen, type Tensor3, unfold } from "@onsager/linalg";
import { rejectKind, requireOptions } from "../argument-checks.ts";
import { requireObservation } from "../engines/require-observation.ts";

/** What one unfolding of a tensor says. */
export interface Unfolding {
  /** The top left singular vector, |w|^2 = N of its slot. */
  readonly estimate: Float64Array;
  /** All singular values, decreasing. */
  readonly singularValues: Float64Array;
}

/**
 * A spiked 3-tensor by unfolding: the top left singular vector of each of its three unfoldings, N_k x (the rest). It needs a
 * noise variance below about N^{-1/2}: more than power iteration, less than what a matrix of the same spike gives.
 *
 * @param tensor - N1 x N2 x N3
 * @param options - `backend`, default `backend()` of `@onsager/linalg`
 * @returns one for each slot
 * @throws TypeError or RangeError for a tensor that is not as described
 * @see Richard and Montanari, A statistical model for tensor PCA (2014)
 */
export function tensorUnfolding(
  tensor: Tensor3,
  options: { readonly backend?: Backend } = {},
): readonly [Unfolding, Unfolding, Unfolding] {
  requireOptions("tensorUnfolding", options);
  if (tensor?.shape?.length !== 3)
    rejectKind("tensorUnfolding", "tensor", "have a shape of three sizes", tensor?.shape);
  requireObservation("tensorUnfolding", "tensor", tensor, tensor.shape);
  const of = (slot: Slot): Unfolding => topOfUnfolding(tensor, slot, options);
  return [of(0), of(1), of(2)];
}

/** From the Gram matrix of the rows, which is small: noise leaves no gap that an iteration could use. */
function topOfUnfolding(tensor: Tensor3, slot: Slot, options: { readonly backend?: Backend }): Unfolding {
  const matrix = unfold(tensor, slot);
  const n = matrix.rows;
  const gram = gemm(matrix, matrix, { transposeB: true, ...options });
  const data = Float64Array.from(gram.data);
  const { values, vectors } = symmetricEigen(
    { rows: n, cols: n, data },
    { checkSymmetry: false, ...options },
  );
  const estimate = vectors.data.slice((n - 1) * n).map((value) => value * Math.sqrt(n));
  return { estimate, singularValues: values.map((value) => Math.sqrt(Math.max(0, value))).reverse() };
}
