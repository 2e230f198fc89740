import { requireBlocks, requireVectors } from "../../check.ts";
import type { Matrix } from "../../matrix.ts";
import type { PreparedOperator } from "../backend.ts";
import { eachRow, fewestForProduct } from "../each-row.ts";
import { mirrorUpper } from "../mirror.ts";
import { PLAIN, ROW_MAJOR, TRANSPOSED, UPPER } from "./cblas.ts";
import type { OpenBlas } from "./library.ts";

/** An operator on a copy of an f64 matrix, whose memory BLAS reads in place. */
export function nativePrepare(
  { dgemm, dgemv, dsymv }: OpenBlas,
  { rows, cols, data }: Matrix,
  symmetric: boolean,
): PreparedOperator {
  let A: Float64Array | undefined = data.slice();
  const through = (transpose: number, x: Float64Array, out: Float64Array): void => {
    if (A === undefined) throw new TypeError("apply: operator must not have been disposed of");
    if (transpose === PLAIN) requireVectors("apply", x, cols, out, rows);
    else requireVectors("applyTranspose", x, rows, out, cols);
    if (symmetric) dsymv(ROW_MAJOR, UPPER, rows, 1, A, cols, x, 1, 0, out, 1);
    else dgemv(ROW_MAJOR, transpose, rows, cols, 1, A, cols, x, 1, 0, out, 1);
  };
  const apply = (x: Float64Array, out: Float64Array): void => through(PLAIN, x, out);
  let mirrored = !symmetric;
  const applyBlock = (X: Matrix, out: Matrix): void => {
    if (A === undefined) throw new TypeError("applyBlock: operator must not have been disposed of");
    requireBlocks("applyBlock", X, cols, out, rows);
    if (X.rows < fewestForProduct) {
      eachRow(apply, X, out);
      return;
    }
    if (!mirrored) mirrorUpper(rows, A);
    mirrored = true;
    dgemm(ROW_MAJOR, PLAIN, TRANSPOSED, X.rows, rows, cols, 1, X.data, cols, A, cols, 0, out.data, rows);
  };
  const dispose = (): void => {
    A = undefined;
  };
  return {
    rows,
    cols,
    apply,
    applyBlock,
    applyTranspose: (x, out) => through(TRANSPOSED, x, out),
    dispose,
    [Symbol.dispose]: dispose,
  };
}
