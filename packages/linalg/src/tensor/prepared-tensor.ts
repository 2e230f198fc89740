import type { Matrix } from "../matrix.ts";
import type { Slot, Tensor3 } from "./tensor.ts";

/** What a sweep makes of slice i: from the form x^T T_i y the new u_i. */
export type SliceUpdate = (index: number, form: number) => number;

/**
 * A 3-tensor where the kernels read it: T is N1 x N2 x N3; u, x and y have N1, N2 and N3 entries. Vectors are copied, the tensor is
 * not; sums are f64 whatever its entries. Lengths are checked, values are not: NaN in, NaN out.
 */
export interface PreparedTensor {
  /** N1, N2, N3. */
  readonly shape: Tensor3["shape"];
  /**
   * Contracts all slots but one: T(., x, y), T(u, ., y) or T(u, x, .) for slot 0, 1, 2. `first` and `second` belong to the other two
   * slots, in order; `out` has the size of `slot`.
   */
  contract(slot: Slot, first: Float64Array, second: Float64Array, out: Float64Array): void;
  /** Contracts one slot: T(u, ., .), T(., x, .) or T(., ., y) for slot 0, 1, 2, the rows of `out` being the first slot that is left. */
  contractOne(slot: Slot, vector: Float64Array, out: Matrix): void;
  /** T(., x, y), T(u, ., y) and T(u, x, .) in one pass over the tensor. */
  contractAll(
    u: Float64Array,
    x: Float64Array,
    y: Float64Array,
    out: readonly [Float64Array, Float64Array, Float64Array],
  ): void;
  /**
   * One pass for a whole sequential sweep. For i = 0, 1, ...: s_i = x^T T_i y and u_i = update(i, s_i); `out`, N2 x N3, becomes
   * sum_i u_i T_i = T(u, ., .), so that T(u, ., y) = out y and T(u, x, .) = out^T x follow for any x and y without another pass.
   */
  sweep(x: Float64Array, y: Float64Array, update: SliceUpdate, out: Matrix): void;
  /** Frees the tensor, as leaving the scope of a `using` does; calls after that throw a TypeError. */
  dispose(): void;
  /** `dispose`, for `using`. */
  [Symbol.dispose](): void;
}
