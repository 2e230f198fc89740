import { type Backend, prepare } from "@onsager/linalg";
import {
  rejectKind,
  requireFiniteArray,
  requireFunction,
  requireInteger,
  requireLength,
} from "../argument-checks.ts";

import type { MatrixData } from "../models.ts";

/** A matrix known by its products with vectors from both sides. */
export interface DesignOperator {
  /** Samples. */
  readonly rows: number;
  /** Dimension. */
  readonly cols: number;
  /** out = F x. */
  apply(x: Float64Array, out: Float64Array): void;
  /** out = F^T x. */
  applyTranspose(x: Float64Array, out: Float64Array): void;
}

/** A design: a row-major matrix, f64 or f32, or its products. */
export type Design = DesignOperator | MatrixData;

/** A design where the kernels read it, with products that allocate their results. */
export interface PreparedDesign {
  readonly rows: number;
  readonly cols: number;
  times(x: Float64Array): Float64Array;
  transposeTimes(x: Float64Array): Float64Array;
  dispose(): void;
}

/** Prepares a matrix, or takes products as they are. */
export function prepareDesign(design: Design, backend: Backend | undefined): PreparedDesign {
  const own = "data" in design ? prepare(design, backend ? { backend } : {}) : undefined;
  const operator = own ?? (design as DesignOperator);
  const { rows, cols } = design;
  return {
    rows,
    cols,
    times(x) {
      const out = new Float64Array(rows);
      operator.apply(x, out);
      return out;
    },
    transposeTimes(x) {
      const out = new Float64Array(cols);
      operator.applyTranspose(x, out);
      return out;
    },
    dispose: () => own?.dispose(),
  };
}

/** The observations of a linear model, and vectors of its coordinates by their names, such as a start or the truth. */
export interface Observed {
  readonly y: Float64Array;
  readonly vectors: Readonly<Record<string, Float64Array | undefined>>;
}

/** Requires a design, finite observations of its rows, and finite vectors of its columns where they are given. */
export function requireDesign(
  call: string,
  argument: string,
  design: Design,
  { y, vectors }: Observed,
): void {
  if (typeof design !== "object" || design === null)
    rejectKind(call, argument, "be a matrix or an operator", design);
  const { rows, cols } = design;
  requireInteger(call, `${argument}.rows`, rows, 1, 2 ** 31);
  requireInteger(call, `${argument}.cols`, cols, 1, 2 ** 31);
  if (!("data" in design)) {
    requireFunction(call, `${argument}.apply`, design.apply);
    requireFunction(call, `${argument}.applyTranspose`, design.applyTranspose);
  }
  requireFiniteArray(call, "y", y);
  requireLength(call, "y", y.length, rows, `${argument}.rows`);
  for (const [name, vector] of Object.entries(vectors)) {
    if (vector === undefined) continue;
    requireFiniteArray(call, name, vector);
    requireLength(call, name, vector.length, cols, `${argument}.cols`);
  }
}

/** Requires a row-major matrix: one whose products alone are known is not enough. */
export function requireMatrix(call: string, argument: string, matrix: Design): void {
  if (typeof matrix !== "object" || matrix === null || !("data" in matrix))
    rejectKind(call, argument, "be a matrix", matrix);
  requireLength(call, `${argument}.data`, matrix.data?.length, matrix.rows * matrix.cols, "rows cols");
  requireFiniteArray(call, `${argument}.data`, matrix.data);
}
