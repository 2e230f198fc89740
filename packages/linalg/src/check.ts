import { reject, rejectKind, requireInteger, requireLength } from "./argument-checks.ts";
import { hasFiniteEntries } from "./finite-entries.ts";
import type { Floats, Matrix } from "./matrix.ts";

/** Requires a size of a matrix: an integer from 1 to 2^32 - 1, what kernels count in 32 bits. */
export function requireSize(call: string, argument: string, size: number): void {
  requireInteger(call, argument, size, 1, 2 ** 32 - 1);
}

/** Requires a number in [0, 1), such as a relative tolerance. */
export function requireFraction(call: string, argument: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0 && value < 1)) reject(call, argument, "be in [0, 1)", value);
}

/** Requires an array of numbers that kernels read. */
export function requireFloats(call: string, argument: string, values: Floats): void {
  if (values instanceof Float64Array || values instanceof Float32Array) return;
  rejectKind(call, argument, "be a Float64Array or a Float32Array", values);
}

/** Requires finite entries of a matrix or a tensor, whose `data` they are, and names the first that is not. */
export function requireFiniteEntries(call: string, argument: string, data: Floats): void {
  if (hasFiniteEntries(data)) return;
  const at = data.findIndex((value) => !Number.isFinite(value));
  reject(call, `${argument}.data[${at}]`, "be finite", data[at]);
}

/** Requires an object with whole sizes of at least 1 and as many entries, which may be anything. */
function requireShape(call: string, argument: string, A: Matrix<Floats>): void {
  const { rows, cols, data } = A ?? {};
  requireFloats(call, `${argument}.data`, data);
  requireSize(call, `${argument}.rows`, rows);
  requireSize(call, `${argument}.cols`, cols);
  requireLength(call, `${argument}.data`, data.length, rows * cols, "rows * cols");
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
  const fits = X?.cols === inputs && out?.cols === outputs && X.rows === out.rows;
  if (!fits) {
    const got = `${shownShape(X)} and ${shownShape(out)}`;
    throw new TypeError(`${call}: X and out must be k x ${inputs} and k x ${outputs}, got ${got}`);
  }
  requireVectors(call, X.data, X.rows * inputs, out.data, X.rows * outputs);
}

/** The shape of a matrix, as a message shows it; of anything else what `shownVector` says. */
export function shownShape(A: unknown): string {
  const { rows, cols } = (A ?? {}) as Partial<Matrix>;
  return rows === undefined && cols === undefined ? shownVector(A) : `${rows} x ${cols}`;
}

/** The kind and length of an array, as a message shows it; the type of anything else. */
export function shownVector(x: unknown): string {
  if (ArrayBuffer.isView(x)) return `${x.constructor.name}(${(x as Float64Array).length})`;
  return x === null ? "null" : typeof x;
}
