import { reject, rejectKind, requireInteger } from "./argument-checks.ts";
import { hasFiniteEntries } from "./finite-entries.ts";
import type { Floats, Matrix } from "./matrix.ts";

/** Requires finite entries and names the first that is not. */
export function requireFiniteEntries(call: string, argument: string, data: Floats): void {
  if (hasFiniteEntries(data)) return;
  const at = data.findIndex((value) => !Number.isFinite(value));
  reject(call, `${argument}.data[${at}]`, "be finite", data[at]);
}

/** Requires an object with whole sizes of at least 1 and as many entries, which may be anything. */
export function requireShape(call: string, argument: string, A: Matrix<Floats>): void {
  const { rows, cols, data } = A ?? {};
  const floats = data instanceof Float64Array || data instanceof Float32Array;
  if (!floats) rejectKind(call, `${argument}.data`, "be a Float64Array or a Float32Array", data);
  requireInteger(call, `${argument}.rows`, rows, 1, 2 ** 32 - 1);
  requireInteger(call, `${argument}.cols`, cols, 1, 2 ** 32 - 1);
  if (data.length !== rows * cols)
    throw new TypeError(
      `${call}: ${argument}.data must have rows * cols = ${rows * cols} entries, got ${data.length}`,
    );
}

/** Requires a matrix of that shape whose entries are finite. */
export function requireMatrix(call: string, argument: string, A: Matrix<Floats>): void {
  requireShape(call, argument, A);
  requireFiniteEntries(call, argument, A.data);
}

/** Requires a square matrix. */
export function requireSquare(call: string, argument: string, A: Matrix<Floats>): void {
  requireMatrix(call, argument, A);
  if (A.rows !== A.cols)
    throw new TypeError(`${call}: ${argument} must be square, got ${A.rows} x ${A.cols}`);
}

/** Requires the input and the output of an operator's product to have its sizes: kernels write without looking. */
export function requireVectors(
  call: string,
  x: Float64Array,
  inputs: number,
  out: Float64Array,
  outputs: number,
): void {
  if (
    x instanceof Float64Array &&
    out instanceof Float64Array &&
    x.length === inputs &&
    out.length === outputs
  )
    return;
  const got = `${shownVector(x)} and ${shownVector(out)}`;
  throw new TypeError(
    `${call}: x and out must be Float64Arrays of ${inputs} and ${outputs} entries, got ${got}`,
  );
}

/** Requires blocks of rows with the operator's sizes. */
export function requireBlocks(call: string, X: Matrix, inputs: number, out: Matrix, outputs: number): void {
  const fits = X.cols === inputs && out.cols === outputs && X.rows === out.rows;
  if (!fits) {
    const got = `${X.rows} x ${X.cols} and ${out.rows} x ${out.cols}`;
    throw new TypeError(`${call}: X and out must be k x ${inputs} and k x ${outputs}, got ${got}`);
  }
  requireVectors(call, X.data, X.rows * inputs, out.data, X.rows * outputs);
}

function shownVector(x: unknown): string {
  return ArrayBuffer.isView(x) ? `${x.constructor.name}(${(x as Float64Array).length})` : typeof x;
}
