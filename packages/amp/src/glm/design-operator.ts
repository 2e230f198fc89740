import { type Backend, prepare } from "@onsager/linalg";
import { rejectKind } from "../argument-checks.ts";

/** A matrix known by its products with vectors from both sides. */
export interface DesignOperator {
  readonly rows: number;
  readonly cols: number;
  apply(x: Float64Array, out: Float64Array): void;
  applyTranspose(x: Float64Array, out: Float64Array): void;
}

/** A design: a row-major matrix, f64 or f32, or its products. */
export type Design =
  | DesignOperator
  | { readonly rows: number; readonly cols: number; readonly data: Float64Array | Float32Array };

/** A design where the kernels read it, with products that allocate their results. */
export interface PreparedDesign {
  readonly rows: number;
  readonly cols: number;
  times(x: Float64Array): Float64Array;
  transposeTimes(x: Float64Array): Float64Array;
  dispose(): void;
}

/** Prepares a matrix, or takes products as they are. */
export function prepareDesign(
  call: string,
  argument: string,
  design: Design,
  backend: Backend | undefined,
): PreparedDesign {
  if (typeof design !== "object" || design === null)
    rejectKind(call, argument, "be a matrix or an operator", design);
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
