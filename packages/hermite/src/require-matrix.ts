import { reject, requireFiniteArray, requireInteger, requireLength } from "./argument-checks.ts";
import type { Matrix } from "./matrix.ts";

/** Requires a matrix of at least one column whose data are floats of the right number, all finite. */
export function requireMatrix(
  call: string,
  argument: string,
  matrix: Matrix<Float64Array | Float32Array>,
): void {
  const { rows, cols, data } = matrix ?? reject(call, argument, "be a matrix { rows, cols, data }", matrix);
  requireInteger(call, `${argument}.rows`, rows, 0, Number.MAX_SAFE_INTEGER);
  requireInteger(call, `${argument}.cols`, cols, 1, Number.MAX_SAFE_INTEGER);
  if (!(data instanceof Float64Array || data instanceof Float32Array)) {
    throw new TypeError(
      `${call}: ${argument}.data must be a Float64Array or Float32Array, got ${typeof data}`,
    );
  }
  requireLength(call, `${argument}.data`, data.length, rows * cols, "rows * cols");
  requireFiniteArray(call, `${argument}.data`, data);
}
