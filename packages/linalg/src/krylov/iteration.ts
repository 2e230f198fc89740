import type { Matrix } from "../matrix.ts";
import { type Basis, createBasis } from "./basis.ts";
import { type Measure, newMeasure } from "./measured-pass.ts";
import type { KrylovSettings } from "./options.ts";
import { noRemainder } from "./remainder.ts";
import { addStart, type NormalSource } from "./start.ts";
import type { Which } from "./which.ts";

/** What block Krylov works on. */
export interface Iteration {
  readonly settings: KrylovSettings;
  readonly which: Which;
  readonly source: NormalSource;
  readonly basis: Basis;
  readonly measure: Measure;
  /** capacity x capacity: Q A Q^T, in the unit of `measure`, for the rows Q that the operator has been applied to. */
  readonly H: Float64Array;
  /** Room for H without gaps. */
  readonly compact: Float64Array;
  /** Rows that the operator has been applied to; the others wait for it. */
  applied: number;
  /** Products of the waiting rows have rounding alone in common with rows before this one. */
  linked: number;
  /** The last block's products are combinations of the basis plus this times the rows that came of them. */
  remainder: Matrix;
  /** Random directions so far. */
  drawn: number;
}

/** The state before the first pass: a block of rows that waits for the operator. */
export function createIteration(
  n: number,
  settings: KrylovSettings,
  which: Which,
  source: NormalSource,
): Iteration {
  const { backend, block, maximumBasis, maximumPasses, start } = settings;
  const capacity = Math.min(n, maximumBasis + block, block * (maximumPasses + 1));
  const basis = createBasis(backend, n, capacity, block);
  const drawn = addStart(basis, start, source);
  const H = new Float64Array(capacity * capacity);
  const compact = new Float64Array(capacity * capacity);
  return {
    settings,
    which,
    source,
    basis,
    measure: newMeasure(),
    H,
    compact,
    applied: 0,
    linked: 0,
    remainder: noRemainder,
    drawn,
  };
}
