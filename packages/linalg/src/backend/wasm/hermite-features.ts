import type { Floats, Matrix } from "../../matrix.ts";
import type { Instance } from "./instance.ts";
import { entryBytes, view, withScope } from "./scope.ts";

/** Features that are made before they are copied out: they stay in the second-level cache. */
const CHUNK_BYTES = 262_144;
/** What a kernel may read or write beyond the end. */
const VECTOR = 16;

function kernelOf({ kernels }: Instance, order: 2 | 3, data: Floats) {
  const double = data instanceof Float64Array;
  if (order === 2) return double ? kernels.hermiteQuadraticF64 : kernels.hermiteQuadraticF32;
  return double ? kernels.hermiteCubicF64 : kernels.hermiteCubicF32;
}

/** The features, some rows at a time. */
export function wasmHermiteFeatures(
  instance: Instance,
  X: Matrix<Floats>,
  order: 2 | 3,
  out: Matrix<Floats>,
): void {
  const bytes = entryBytes(X.data);
  const step = Math.min(X.rows, Math.max(1, Math.floor(CHUNK_BYTES / (out.cols * bytes))));
  const kernel = kernelOf(instance, order, X.data);
  withScope(instance, ({ block }) => {
    const inputs = block(step * X.cols * bytes + VECTOR);
    const features = block(step * out.cols * bytes + VECTOR);
    for (let row = 0; row < X.rows; row += step) {
      const rows = Math.min(step, X.rows - row);
      const piece = X.data.subarray(row * X.cols, (row + rows) * X.cols);
      view(instance, X.data, inputs, piece.length).set(piece);
      kernel(rows, X.cols, inputs, features);
      out.data.set(view(instance, out.data, features, rows * out.cols), row * out.cols);
    }
  });
}
