import type { Floats } from "../matrix.ts";
import type { Backend, Product } from "./backend.ts";
import { lapackWorks } from "./lapack-self-test.ts";
import { referenceBackend } from "./reference/index.ts";

/** Large enough that no backend passes the work on, small enough to cost nothing. */
const ORDER = 20;

/** Whole numbers from -5 to 5: sums of their products are exact in any order. */
function wholeNumbers(length: number, step: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => ((i * step) % 11) - 5);
}

function product(backend: Backend, shape: Pick<Product, "m" | "n" | "k" | "A" | "B">): Floats {
  const Kind = shape.A.data instanceof Float64Array ? Float64Array : Float32Array;
  const C = new Kind(shape.m * shape.n);
  const weights = new Kind(shape.k).map((_, p) => (p % 3 === 0 ? -1 : 1));
  backend.product({ ...shape, alpha: 2, C, weights, upper: true });
  return C.filter((_, at) => Math.floor(at / ORDER) <= at % ORDER);
}

/** The signed Gram matrix of whole numbers and a product of two matrices. */
function products(backend: Backend, data: Floats, other: Floats): Floats[] {
  const [m, n, k] = [ORDER, ORDER, data.length / ORDER];
  const A = { data, rowStride: 1, colStride: ORDER };
  return [data, other].map((right) => {
    const B = { data: right, rowStride: ORDER, colStride: 1 };
    return product(backend, { m, n, k, A, B });
  });
}

function applied(backend: Backend, data: Float64Array, symmetric: boolean): Float64Array[] {
  using operator = backend.prepare({ rows: ORDER, cols: ORDER, data }, symmetric);
  const [out, back] = [new Float64Array(ORDER), new Float64Array(ORDER)];
  operator.apply(wholeNumbers(ORDER, 7), out);
  operator.applyTranspose(wholeNumbers(ORDER, 9), back);
  return [out, back];
}

/** What the kernels make of whole numbers, all of it exact. */
function results(backend: Backend): Floats[] {
  const [X, Y] = [wholeNumbers(12 * ORDER, 3), wholeNumbers(12 * ORDER, 5)];
  const A = wholeNumbers(ORDER * ORDER, 4);
  return [
    ...products(backend, X, Y),
    ...products(backend, Float32Array.from(X), Float32Array.from(Y)),
    ...applied(backend, A, false),
    ...applied(backend, A, true),
  ];
}

/** Whether the factor of a diagonal of squares is right and a pivot that is not positive is named. */
function factors(backend: Backend): boolean {
  const A = Float64Array.from({ length: ORDER * ORDER }, (_, at) => (at % (ORDER + 1) === 0 ? 4 : 0));
  const bad = A.map((value, at) => (at === 7 * (ORDER + 1) ? -1 : value));
  const U = new Float64Array(A.length);
  const fine = backend.cholesky(ORDER, A, U) === -1 && U.every((value, at) => value === A[at]! / 2);
  return fine && backend.cholesky(ORDER, bad, U) === 7;
}

/** Whether a backend computes what the reference does, on numbers for which both are exact: one that does not is not chosen. */
export function passesSelfTest(backend: Backend): boolean {
  const expected = results(referenceBackend);
  const exact = results(backend).every((got, i) => got.join() === expected[i]!.join());
  return exact && factors(backend) && lapackWorks(backend);
}
