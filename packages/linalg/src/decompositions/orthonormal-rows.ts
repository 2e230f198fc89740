import type { Backend } from "../backend/backend.ts";
import { requireMatrix } from "../check.ts";
import type { Floats, Matrix } from "../matrix.ts";
import { upperGram } from "../products.ts";

/** What rounding in single precision leaves. */
const TOLERANCE = 1e-5;

/** The first entry on or above the diagonal of X X^T that is not that of the identity, or -1. */
function firstOblique(gram: Float64Array, k: number): number {
  return gram.findIndex((value, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    return i <= j && !(Math.abs(value - (i === j ? 1 : 0)) <= TOLERANCE);
  });
}

/** Requires orthonormal rows of a matrix, to 1e-5. */
function requireOrthonormalRows(call: string, argument: string, X: Matrix<Floats>, backend: Backend): void {
  const { rows: k, cols } = X;
  const gram = upperGram(backend, new Float64Array(X.data), k, cols);
  const at = firstOblique(gram, k);
  if (at < 0) return;
  const pair = `(${Math.floor(at / k)}, ${at % k})`;
  throw new TypeError(
    `${call}: ${argument} must have orthonormal rows, got inner product ${gram[at]} of rows ${pair}`,
  );
}

/** Requires bases of subspaces of one space. */
export function requireSubspaces(call: string, U: Matrix<Floats>, V: Matrix<Floats>, backend: Backend): void {
  requireMatrix(call, "U", U);
  requireMatrix(call, "V", V);
  if (U.cols !== V.cols)
    throw new TypeError(
      `${call}: U and V must have as many columns as each other, got ${U.cols} and ${V.cols}`,
    );
  requireOrthonormalRows(call, "U", U, backend);
  requireOrthonormalRows(call, "V", V, backend);
}
