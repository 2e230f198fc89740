import { blockSize } from "../quadrature/rule.ts";

/** Posteriors at one precision; entry i belongs to the i-th field. */
export interface Posteriors {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly logPartition: Float64Array;
}

/** Posteriors of a block of fields, to write into. */
export function allocatePosteriors(): Posteriors {
  return {
    mean: new Float64Array(blockSize),
    variance: new Float64Array(blockSize),
    logPartition: new Float64Array(blockSize),
  };
}
