import { type Backend, type Matrix, prepare, prepareTensor, type Tensor3 } from "@onsager/linalg";
import { sumOfSquares } from "../learning/residual-variance.ts";
import type { Observation } from "../models.ts";
import { isMatrix, matrixOf } from "./matrix-of.ts";
import { once, remembered } from "./remembered.ts";
import { product } from "./vectors.ts";

/** What a fused pass makes of slice i: from the form x^T T_i y the new entry i of slot 0. */
type SliceUpdate = (index: number, form: number) => number;

/** Contracts an observation Y with vectors, one for each slot; the arrays of results are new. */
export interface ObservedChannel {
  /** Contracts all slots but one. */
  contract(slot: number, vectors: readonly Float64Array[]): Float64Array;
  /**
   * Tensors: the new vector of slot 0, entry i being `update` of the contraction's entry i, and T(u, ., .) of that vector on the
   * way, so that slots 1 and 2 then need no pass of their own.
   */
  sweep?(vectors: readonly Float64Array[], update: SliceUpdate): Float64Array;
  /** Contracts all slots. */
  form(vectors: readonly Float64Array[]): number;
  /** |Y|^2. */
  readonly squares: () => number;
  /** Frees kernel memory. */
  dispose(): void;
}

/** An observation where the kernels read it. */
export function observe(data: Observation, backend: Backend): ObservedChannel {
  return isMatrix(data)
    ? matrixChannel(matrixOf(data) as Matrix, backend)
    : tensorChannel(data as Tensor3, backend);
}

function matrixChannel(data: Matrix, backend: Backend): ObservedChannel {
  const operator = prepare(data, { backend });
  const times = remembered((v) => {
    const out = new Float64Array(data.rows);
    operator.apply(v, out);
    return out;
  });
  return {
    contract(slot, [u, v]) {
      if (slot === 0) return times(v!);
      const out = new Float64Array(data.cols);
      operator.applyTranspose(u!, out);
      return out;
    },
    form: ([u, v]) => product(u!, times(v!)),
    squares: once(() => sumOfSquares(data.data)),
    dispose: () => operator.dispose(),
  };
}

function tensorChannel(data: Tensor3, backend: Backend): ObservedChannel {
  const tensor = prepareTensor(data, { backend });
  const [n0, rows, cols] = data.shape;
  const contracted: Matrix = { rows, cols, data: new Float64Array(rows * cols) };
  let by: Float64Array | undefined;
  const contractedBy = (u: Float64Array): Matrix => {
    if (by !== u) tensor.contractOne(0, u, contracted);
    by = u;
    return contracted;
  };
  return {
    contract(slot, [u, x, y]) {
      if (slot === 1) return timesRight(contractedBy(u!), y!);
      if (slot === 2) return timesLeft(contractedBy(u!), x!);
      const out = new Float64Array(n0);
      tensor.contract(0, x!, y!, out);
      return out;
    },
    sweep([, x, y], update) {
      const u = new Float64Array(n0);
      tensor.sweep(x!, y!, (i, form) => (u[i] = update(i, form)), contracted);
      by = u;
      return u;
    },
    form: ([u, x, y]) => product(timesRight(contractedBy(u!), y!), x!),
    squares: once(() => sumOfSquares(data.data)),
    dispose: () => tensor.dispose(),
  };
}

function timesRight({ rows, cols, data }: Matrix, y: Float64Array): Float64Array {
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < cols; j++) sum += data[i * cols + j]! * y[j]!;
    out[i] = sum;
  }
  return out;
}

function timesLeft({ rows, cols, data }: Matrix, x: Float64Array): Float64Array {
  const out = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    const factor = x[i]!;
    for (let j = 0; j < cols; j++) out[j]! += factor * data[i * cols + j]!;
  }
  return out;
}
