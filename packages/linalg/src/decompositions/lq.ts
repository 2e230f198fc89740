import type { Backend } from "../backend/backend.ts";
import { reduceRows, reductionScratch } from "./reduce-rows.ts";
import { applyAdjoint } from "./reflectors.ts";
import { writeDiagonal } from "./row-factors.ts";

type Shape = readonly [rows: number, cols: number];
type Fill = (X: Float64Array) => void;

/** What is made of X = L Q: L over X, with anything above its diagonal, and the min(rows, cols) orthonormal rows of Q. */
type Use<T> = (L: Float64Array, Q: Float64Array) => T;

/** By reflectors in panels. */
function withOwnFactors<T>(backend: Backend, [rows, cols]: Shape, fill: Fill, use: Use<T>): T {
  const k = Math.min(rows, cols);
  const lengths = [rows * cols, k * cols, k * cols, reductionScratch(rows, cols)];
  return backend.withArrays(lengths, (X, Q, vectors, scratch) => {
    fill(X);
    const reflectors = reduceRows(backend, { X, rows, cols, vectors, scratch }, -1);
    writeDiagonal(new Float64Array(k).fill(1), cols, Q);
    applyAdjoint(backend, { rows: k, cols, data: Q }, reflectors, { triangular: true, scratch });
    return use(X, Q);
  });
}

/** Factors the rows x cols matrix that `fill` writes, by the backend's library if it has one, and hands the factors to `use`. */
export function withRowFactors<T>(backend: Backend, shape: Shape, fill: Fill, use: Use<T>): T {
  const { lq } = backend;
  if (lq === undefined) return withOwnFactors(backend, shape, fill, use);
  const [rows, cols] = shape;
  return backend.withArrays([rows * cols, Math.min(rows, cols) * cols], (X, Q) => {
    fill(X);
    lq(rows, cols, X, Q);
    return use(X, Q);
  });
}
