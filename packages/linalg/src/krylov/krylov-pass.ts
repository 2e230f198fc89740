import { divideBy } from "../scaling.ts";
import type { RowMap } from "./apply-rows.ts";
import { basisRows, contractBasis } from "./basis.ts";
import { extendBasis } from "./extend-basis.ts";
import type { Iteration } from "./iteration.ts";
import { measuredPass, roundingLength } from "./measured-pass.ts";
import { keptRows } from "./options.ts";
import type { RitzPairs } from "./rayleigh-ritz.ts";
import { remainderOf } from "./remainder.ts";
import { addRandomRows } from "./start.ts";

/** Products in float32 are as symmetric as this, relative to the norm. */
const ASYMMETRY = 1e-5;

/** Writes the overlaps of the last block's products into Q A Q^T. */
function recordOverlaps({ basis, H }: Iteration, first: number, rows: number): void {
  const { capacity, overlaps } = basis;
  for (let i = 0; i < first + rows; i++)
    for (let j = 0; j < rows; j++)
      H[i * capacity + first + j] = H[(first + j) * capacity + i] = overlaps[i * rows + j]!;
}

/** Requires that the last block's products with itself form a symmetric matrix. */
function requireSymmetricBlock(
  call: string,
  { basis, measure }: Iteration,
  first: number,
  rows: number,
): void {
  const { norm, unit } = measure;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < i; j++) {
      const lower = basis.overlaps[(first + i) * rows + j]!;
      const upper = basis.overlaps[(first + j) * rows + i]!;
      if (Math.abs(lower - upper) <= ASYMMETRY * norm) continue;
      throw new TypeError(
        `${call}: operator must be symmetric, got <x, A y> = ${lower * unit} and <A x, y> = ${upper * unit}; checkSymmetry: false skips this check`,
      );
    }
}

/** Applies the operator to the waiting rows and puts what is new in their images in line. */
export function krylovPass(call: string, iteration: Iteration, map: RowMap, checkSymmetry: boolean): void {
  const { basis, settings, measure, H, applied: first } = iteration;
  const rows = basis.size - first;
  const out = basis.incoming.subarray(0, rows * basis.n);
  divideBy(H, measuredPass(call, map, measure, rows, basisRows(basis, first, basis.size), out));
  iteration.applied = basis.size;
  const added = extendBasis(basis, rows, roundingLength(measure, basis.n), iteration.linked);
  recordOverlaps(iteration, first, rows);
  if (checkSymmetry) requireSymmetricBlock(call, iteration, first, rows);
  iteration.remainder = remainderOf(basis, rows, added);
  iteration.linked = first;
  // A smaller block than `count` may have met an invariant space before it has seen `count` directions.
  if (iteration.drawn < settings.count)
    iteration.drawn += addRandomRows(basis, settings.block - added, iteration.source);
}

/** Thick restart: the space becomes that of its best Ritz vectors, and the waiting rows stay in line. */
export function restart(iteration: Iteration, ritz: RitzPairs): void {
  const { basis, settings, H, applied: m } = iteration;
  const kept = keptRows(settings);
  contractBasis(basis, ritz.vectors(kept), kept, m);
  H.fill(0);
  for (let i = 0; i < kept; i++) H[i * (basis.capacity + 1)] = ritz.values[i]!;
  iteration.applied = kept;
  iteration.linked = 0;
}
