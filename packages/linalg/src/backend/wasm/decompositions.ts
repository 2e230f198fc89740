import type { Floats } from "../../matrix.ts";
import type { Bidiagonal, RowPanel, Tridiagonal } from "../backend.ts";
import { copyUpper } from "../copy-upper.ts";
import { referenceReducePanel } from "../reference/reduce-panel.ts";
import type { Instance } from "./instance.ts";
import { withScope } from "./scope.ts";

/** Entries from row to row of a matrix of order n: an odd number of cache lines, so that no few sets of the cache hold a column. */
function rowStride(n: number): number {
  return 8 * (2 * Math.ceil(n / 16) + 1);
}

/** Writes the upper triangle of U with A = U^T U, both of order n; the index of the first bad pivot, or -1. */
export function wasmCholesky(instance: Instance, n: number, A: Floats, U: Float64Array): number {
  return withScope(instance, ({ block }) => {
    const stride = rowStride(n);
    const a = block(8 * n * stride);
    const inside = { data: instance.f64(a, n * stride), stride };
    copyUpper(n, n, { data: A, stride: n }, inside);
    const failed = instance.kernels.choleskyF64(n, a, 8 * stride, instance.scratch);
    copyUpper(n, n, inside, { data: U, stride: n });
    return failed;
  });
}

/** Householder reduction to tridiagonal form; in place if A lies in kernel memory. */
export function wasmTridiagonalise(instance: Instance, n: number, A: Float64Array): Tridiagonal {
  return withScope(instance, ({ block, copyIn }) => {
    const a = copyIn(A);
    const diagonal = block(8 * n);
    const off = block(8 * n);
    const tau = block(8 * n);
    const work = block(instance.kernels.tridiagonalScratch(n));
    instance.kernels.tridiagonaliseF64(n, a, diagonal, off, tau, work, instance.scratch);
    return {
      diagonal: instance.f64(diagonal, n).slice(),
      offDiagonal: instance.f64(off, n - 1).slice(),
      reflectors: instance.addressOf(A) === undefined ? instance.f64(a, n * n).slice() : A,
      tau: instance.f64(tau, n - 1).slice(),
    };
  });
}

/** Householder reduction to bidiagonal form. */
export function wasmBidiagonalise(instance: Instance, n: number, A: Float64Array): Bidiagonal {
  const { kernels, scratch } = instance;
  return withScope(instance, ({ block, copyIn }) => {
    const a = copyIn(A);
    const [diagonal, off] = [block(8 * n), block(8 * n)];
    kernels.bidiagonaliseF64(n, a, diagonal, off, block(kernels.bidiagonalScratch(n)), scratch);
    return {
      diagonal: instance.f64(diagonal, n).slice(),
      offDiagonal: instance.f64(off, n - 1).slice(),
    };
  });
}

/** Reduces rows that lie in kernel memory; rows elsewhere are left to the reference. */
export function wasmReducePanel(instance: Instance, panel: RowPanel): number[] {
  const { X, cols, start, end, rank, least, vectors, tau } = panel;
  const [x, v] = [instance.addressOf(X), instance.addressOf(vectors)];
  if (x === undefined || v === undefined) return referenceReducePanel(panel);
  const rows = end - start;
  const [stride, width] = [8 * cols, cols - rank];
  return withScope(instance, ({ block, copyIn }) => {
    const bounds = copyIn(least.slice(start, end));
    const [factors, kept, dots] = [block(8 * rows), block(8 * rows), block(8 * rows)];
    const row = x + start * stride + 8 * rank;
    const vector = v + rank * (stride + 8);
    const count = instance.kernels.reducePanelF64(
      rows,
      width,
      row,
      stride,
      bounds,
      vector,
      factors,
      kept,
      dots,
    );
    tau.set(instance.f64(factors, count), rank);
    const places = new Int32Array(X.buffer, kept, count);
    return Array.from(places, (place) => start + place);
  });
}
