import type { Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";
import { mirrorUpper } from "../mirror.ts";
import { preparedOperator } from "../prepared-operator.ts";
import { PLAIN, ROW_MAJOR, TRANSPOSED, UPPER } from "./cblas.ts";
import type { OpenBlas } from "./library.ts";

/** An operator on a copy of an f64 matrix, whose memory BLAS reads in place. */
export function nativePrepare(
  { dgemm, dgemv, dsymv }: OpenBlas,
  { rows, cols, data }: Matrix,
  symmetric: boolean,
): PreparedOperator {
  const A = data.slice();
  let mirrored = !symmetric;
  const multiply = (transpose: number, x: Float64Array, out: Float64Array): void => {
    if (symmetric) dsymv(ROW_MAJOR, UPPER, rows, 1, A, cols, x, 1, 0, out, 1);
    else dgemv(ROW_MAJOR, transpose, rows, cols, 1, A, cols, x, 1, 0, out, 1);
  };
  return preparedOperator({
    rows,
    cols,
    multiply: (x, out) => multiply(PLAIN, x, out),
    multiplyTranspose: (x, out) => multiply(TRANSPOSED, x, out),
    multiplyBlock(X, out) {
      if (!mirrored) mirrorUpper(rows, A);
      mirrored = true;
      dgemm(ROW_MAJOR, PLAIN, TRANSPOSED, X.rows, rows, cols, 1, X.data, cols, A, cols, 0, out.data, rows);
    },
  });
}
