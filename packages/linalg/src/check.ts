import { reject, rejectKind, requireInteger } from "./argument-checks.ts";
import type { Floats, Matrix } from "./matrix.ts";

/** The index of the first entry that is NaN or infinite, or -1. */
function firstNotFinite(data: Floats): number {
  // 0 times a number is 0 unless that is NaN or infinite; four sums, so that additions need not wait for each other.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 4 <= data.length; i += 4) {
    a += data[i]! * 0;
    b += data[i + 1]! * 0;
    c += data[i + 2]! * 0;
    d += data[i + 3]! * 0;
  }
  for (; i < data.length; i++) a += data[i]! * 0;
  return a + b + c + d === 0 ? -1 : data.findIndex((value) => !Number.isFinite(value));
}

/** Requires finite entries and names the first that is not. */
export function requireFiniteEntries(call: string, argument: string, data: Floats): void {
  const at = firstNotFinite(data);
  if (at >= 0) reject(call, `${argument}.data[${at}]`, "be finite", data[at]);
}

/** Requires an object with whole sizes of at least 1 and as many entries, all finite. */
export function requireMatrix(call: string, argument: string, A: Matrix<Floats>): void {
  const { rows, cols, data } = A ?? {};
  const floats = data instanceof Float64Array || data instanceof Float32Array;
  if (!floats) rejectKind(call, `${argument}.data`, "be a Float64Array or a Float32Array", data);
  requireInteger(call, `${argument}.rows`, rows, 1, 2 ** 32 - 1);
  requireInteger(call, `${argument}.cols`, cols, 1, 2 ** 32 - 1);
  if (data.length !== rows * cols)
    throw new TypeError(
      `${call}: ${argument}.data must have rows * cols = ${rows * cols} entries, got ${data.length}`,
    );
  requireFiniteEntries(call, argument, data);
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
