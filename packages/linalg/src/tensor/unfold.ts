import { emptyLike } from "../gemm.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { requireSlot, requireTensor, type Slot, type Tensor3 } from "./tensor.ts";

/**
 * The unfolding (matricisation) of a 3-tensor: its rows are the slot `mode`, its columns the other two in order, the last running
 * fastest. Entry (i, j, k) is at row i, column j N3 + k for mode 0; row j, column i N3 + k for mode 1; row k, column i N2 + j for
 * mode 2.
 *
 * @param tensor - N1 x N2 x N3
 * @param mode - the slot that gives the rows
 * @returns of the kind of the tensor; for mode 0 a view of its entries, else a copy
 * @throws TypeError for an empty tensor or one whose shape does not fit; RangeError for another mode, NaN or infinite entries
 */
export function unfold<D extends Floats>(tensor: Tensor3<D>, mode: Slot): Matrix<D> {
  requireTensor("unfold", "tensor", tensor);
  requireSlot("unfold", "mode", mode);
  const [N1, N2, N3] = tensor.shape;
  if (mode === 0) return { rows: N1, cols: N2 * N3, data: tensor.data };
  const out = mode === 1 ? emptyLike(tensor.data, N2, N1 * N3) : emptyLike(tensor.data, N3, N1 * N2);
  const copy = mode === 1 ? unfoldSecond : unfoldThird;
  copy(tensor, out.data);
  return out;
}

/** Moves whole rows of N3 entries. */
function unfoldSecond({ shape: [N1, N2, N3], data }: Tensor3, out: Floats): void {
  for (let i = 0; i < N1; i++)
    for (let j = 0; j < N2; j++) {
      const from = (i * N2 + j) * N3;
      out.set(data.subarray(from, from + N3), (j * N1 + i) * N3);
    }
}

/** Transposes the (N1 N2) x N3 matrix, in tiles that stay in cache. */
function unfoldThird({ shape: [N1, N2, N3], data }: Tensor3, out: Floats): void {
  const rows = N1 * N2;
  const TILE = 32;
  for (let start = 0; start < rows; start += TILE)
    for (let k = 0; k < N3; k++) {
      const end = Math.min(start + TILE, rows);
      for (let row = start; row < end; row++) out[k * rows + row] = data[row * N3 + k]!;
    }
}
