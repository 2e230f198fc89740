import type { Product } from "../backend.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, view, withScope } from "./scope.ts";

/** C = alpha A diag(weights) B by the packed kernels. */
export function wasmProduct(instance: Instance, problem: Product): void {
  const { m, n, k, alpha, A, B, C, weights, upper = false } = problem;
  const bytes = entryBytes(C);
  withScope(instance, ({ block, copyIn }) => {
    const a = copyIn(A.data);
    const b = B.data === A.data ? a : copyIn(B.data);
    const w = weights === undefined ? 0 : copyIn(weights);
    const c = block(C.byteLength);
    view(instance, C, c, C.length).fill(0);
    const gemm = C instanceof Float64Array ? instance.kernels.gemmF64 : instance.kernels.gemmF32;
    gemm(
      m,
      n,
      k,
      alpha,
      a,
      A.rowStride * bytes,
      A.colStride * bytes,
      b,
      B.rowStride * bytes,
      B.colStride * bytes,
      c,
      n * bytes,
      w,
      upper,
      instance.scratch,
    );
    C.set(view(instance, C, c, C.length));
  });
}
