import type { Tridiagonal } from "../backend.ts";
import type { Instance } from "./instance.ts";
import { withScope } from "./scope.ts";

/** Columns of a panel of the reduction in assembly/tridiagonal.ts. */
const PANEL = 32;

/** Overwrites the upper triangle of A by its Cholesky factor; the index of the first bad pivot, or -1. */
export function wasmCholesky(instance: Instance, n: number, A: Float64Array): number {
  return withScope(instance, ({ copyIn }) => {
    const a = copyIn(A);
    const failed = instance.kernels.choleskyF64(n, a, n * 8, instance.scratch);
    A.set(instance.f64(a, A.length));
    return failed;
  });
}

/** Householder reduction to tridiagonal form. */
export function wasmTridiagonalise(instance: Instance, n: number, A: Float64Array): Tridiagonal {
  return withScope(instance, ({ block, copyIn }) => {
    const a = copyIn(A);
    const diagonal = block(8 * n);
    const off = block(8 * n);
    const tau = block(8 * n);
    const w = block(8 * n * PANEL);
    instance.kernels.tridiagonaliseF64(n, a, diagonal, off, tau, w, instance.scratch);
    return {
      diagonal: instance.f64(diagonal, n).slice(),
      offDiagonal: instance.f64(off, n - 1).slice(),
      reflectors: instance.f64(a, n * n).slice(),
      tau: instance.f64(tau, n - 1).slice(),
    };
  });
}
