// Arguments of good calls, each with what is refused in its place.

import type { Floats, Matrix, Tensor3 } from "../src/index.ts";
import { gaussianMatrix, wigner } from "./backends.ts";

/** By name, values that are refused. */
export type Refused = Readonly<Record<string, unknown>>;

/** An argument of a good call, and what is refused in its place. */
export interface Argument {
  readonly good: unknown;
  readonly bad: Refused;
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** Numbers that are no whole sizes of at least 1. */
export const noSizes: readonly unknown[] = [0, -1, 1.5, nan, infinity, "2", null];
/** Numbers that are not positive and finite. */
export const notPositive: readonly unknown[] = [0, -1, nan, infinity, "1"];
/** What is not from 0 to below 1. */
export const noFractions: readonly unknown[] = [-1, 1, nan, "0.5"];
/** What is no finite number. */
export const notFinite: readonly unknown[] = [nan, infinity, "1"];

/** Fields of `good` replaced by values that are refused. */
export function fields(good: object, bad: Readonly<Record<string, readonly unknown[]>>): Refused {
  const entries = Object.entries(bad).flatMap(([name, values]) =>
    values.map((value) => [`${name} = ${shown(value)}`, { ...good, [name]: value }] as const),
  );
  return Object.fromEntries(entries);
}

function shown(value: unknown): string {
  return ArrayBuffer.isView(value) || Array.isArray(value)
    ? `${value.constructor.name}(${Array.from(value as ArrayLike<number>)})`
    : String(value);
}

/** What is no array of numbers that kernels read. */
function noFloats(data: Floats): readonly unknown[] {
  return [undefined, null, 1, "12", Array.from(data), new Array(data.length), Int32Array.from(data)];
}

/** Arrays of the kind of `data` with a NaN, an infinity, or of another length. */
function wrongFloats(data: Floats): readonly unknown[] {
  const Kind = data instanceof Float64Array ? Float64Array : Float32Array;
  return [data.with(data.length - 1, nan), data.with(0, -infinity), new Kind(data.length + 1), new Kind(0)];
}

/** What is no backend. */
const noBackends: readonly unknown[] = ["wasm", {}, 1, null];

/** Options with a backend, and fields of them that are refused. */
export function options(good: object, bad: Readonly<Record<string, readonly unknown[]>> = {}): Argument {
  return { good, bad: { null: null, "a number": 2, ...fields(good, { backend: noBackends, ...bad }) } };
}

/** Options that cannot be left out. */
export function required(good: object, bad: Readonly<Record<string, readonly unknown[]>>): Argument {
  return { good, bad: { undefined, ...options(good, bad).bad } };
}

/** A matrix of either kind. */
export function matrix(A: Matrix<Floats>, bad: Refused = {}): Argument {
  const wrong = fields(A, {
    data: [...noFloats(A.data), ...wrongFloats(A.data)],
    rows: [undefined, A.rows + 1, ...noSizes],
    cols: [undefined, A.cols + 1, ...noSizes],
  });
  const empty = { rows: 0, cols: 0, data: new Float64Array() };
  return { good: A, bad: { undefined, null: null, "an array": [[1]], empty, ...wrong, ...bad } };
}

/** A symmetric matrix of order n. */
export function symmetric(n: number, A: Matrix = wigner("symmetric", n)): Argument {
  const asymmetric = { ...A, data: A.data.with(1, A.data[1]! + 1) };
  return matrix(A, { asymmetric, "not square": gaussianMatrix("oblong", n, n + 1) });
}

/** A vector in f64. */
export function vector(data: Float64Array, bad: Refused = {}): Argument {
  const wrong = [...noFloats(data), ...wrongFloats(data), Float32Array.from(data)];
  return { good: data, bad: { ...Object.fromEntries(wrong.map((value) => [shown(value), value])), ...bad } };
}

/** An array of either kind that may hold any numbers. */
export function anyNumbers(data: Floats): Argument {
  return { good: data, bad: Object.fromEntries(noFloats(data).map((value) => [shown(value), value])) };
}

/** One of a list of values. */
export function oneOf(good: unknown, bad: readonly unknown[]): Argument {
  return { good, bad: Object.fromEntries(bad.map((value) => [shown(value), value])) };
}

/** A tensor of either kind. */
export function tensor(T: Tensor3): Argument {
  const [N1, N2, N3] = T.shape;
  const wrong = fields(T, {
    data: [...noFloats(T.data), ...wrongFloats(T.data)],
    shape: [undefined, 3, [N1, N2], [N1, N2, N3 + 1], [N1, N2, 0], [N1, N2, 1.5], [N1, N2, nan]],
  });
  return { good: T, bad: { undefined, null: null, ...wrong } };
}

/** Diagonal and off-diagonal of a matrix of order 5. */
export function tridiagonal(): readonly Argument[] {
  const [diagonal, offDiagonal] = [gaussianMatrix("d", 5, 1).data, gaussianMatrix("e", 4, 1).data];
  const wrong = [undefined, null, 1, new Array(5), new Array(4), new Float64Array(3), "1234", "12345"];
  return [diagonal, offDiagonal].map((good) =>
    oneOf(good, [...wrong, good.with(1, nan), good.with(0, infinity)]),
  );
}

/** What `cholesky` gives. */
export function factorisation(factor: Matrix): Argument {
  const wrong = matrix(factor, { singular: { ...factor, data: new Float64Array(factor.data.length) } }).bad;
  const factors = Object.entries(wrong).map(
    ([what, value]) => [`factor ${what}`, { factor: value }] as const,
  );
  return { good: { factor }, bad: { undefined, null: null, ...Object.fromEntries(factors) } };
}

/** The fields of an ndarray of stdlib. */
export function ndarray({ rows, cols, data }: Matrix): Argument {
  const good = { data, shape: [rows, cols], strides: [cols, 1], offset: 0 };
  const bad = fields(good, {
    data: [
      ...[undefined, null, 1, new Array(data.length), data.with(3, nan), data.subarray(1)],
      ...[BigInt64Array.from(data, () => 1n), Array.from(data, String)],
    ],
    shape: [undefined, 3, [rows], [rows, cols, 1], [0, cols], [rows, nan], [rows, 1.5], [rows + 1, cols]],
    strides: [undefined, 1, [cols], [cols, 1.5], [nan, 1], [cols + 1, 1], [-cols, 1]],
    offset: [-1, 1, 0.5, nan, "0"],
  });
  return { good, bad: { undefined, null: null, ...bad } };
}
