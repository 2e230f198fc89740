import { rowMajor, transposed } from "../products.ts";
import { type Basis, basisRows, chunks } from "./basis.ts";
import { projectFewRows } from "./few-rows.ts";
import { orthonormaliseRows } from "./rows.ts";

/** Up to so many rows the plain loops are faster. */
const FEW = 2;

/** Takes basis rows from `from` on out of the `rows` incoming ones and writes the overlaps. */
function projectBlock(basis: Basis, from: number, rows: number, overlaps: Float64Array): void {
  const { n, backend, incoming, work } = basis;
  const W = incoming.subarray(0, rows * n);
  const removed = work.rows.subarray(0, rows * n);
  for (const [start, end] of chunks(basis, from, basis.size)) {
    const k = end - start;
    const Q = rowMajor(basisRows(basis, start, end), n);
    const C = overlaps.subarray(start * rows, end * rows);
    backend.product({ m: k, n: rows, k: n, alpha: 1, A: Q, B: transposed(rowMajor(W, n)), C });
    backend.product({ m: rows, n, k, alpha: 1, A: transposed(rowMajor(C, rows)), B: Q, C: removed });
    for (let i = 0; i < W.length; i++) W[i]! -= removed[i]!;
  }
}

/** Takes basis rows from `from` on out of the incoming ones; overlaps with the rows before are set to zero. */
function project(basis: Basis, from: number, rows: number, overlaps: Float64Array): void {
  overlaps.fill(0, 0, from * rows);
  if (rows > FEW) projectBlock(basis, from, rows, overlaps);
  else projectFewRows(basis.data, from, basis.size, basis.n, basis.incoming, rows, overlaps);
}

/** overlaps += correction L^T: what a second projection of the normalised rows says about the rows that came in. */
function correctOverlaps(basis: Basis, rows: number, kept: number): void {
  const { size, overlaps, factor, work } = basis;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < rows; j++)
      for (let l = 0; l < kept; l++)
        overlaps[i * rows + j]! += factor[j * rows + l]! * work.overlaps[i * kept + l]!;
}

/** factor (rows x before) becomes factor times the second factor (before x after). */
function composeFactor({ factor, work }: Basis, rows: number, before: number, after: number): void {
  const row = new Float64Array(before);
  for (let j = 0; j < rows; j++) {
    row.set(factor.subarray(j * rows, j * rows + before));
    for (let i = 0; i < after; i++) {
      let sum = 0;
      for (let l = 0; l < before; l++) sum += row[l]! * work.factor[l * before + i]!;
      factor[j * rows + i] = sum;
    }
    factor.fill(0, j * rows + after, (j + 1) * rows);
  }
}

const MAXIMUM_ROUNDS = 4;
/** A unit row that loses more than half of its length was not yet orthogonal: once more. */
const LOST = 0.5;
/** A unit row of which no more is left is rounding. */
const NOTHING = 1e-6;

/**
 * Adds to the basis what is new in its `rows` incoming rows W: W = overlaps^T Q + factor V with the basis Q before and the rows V
 * added, orthonormal to rounding. Directions no longer than `threshold` are dropped.
 *
 * @param from - the incoming rows are known to have rounding alone in common with basis rows before this one
 * @returns the number of rows of V
 */
export function extendBasis(basis: Basis, rows: number, threshold: number, from: number): number {
  const { n, incoming, overlaps, factor, work } = basis;
  project(basis, from, rows, overlaps);
  let { kept } = orthonormaliseRows(incoming, rows, n, threshold, factor);
  kept = Math.min(kept, n - basis.size);
  for (let round = 0; round < MAXIMUM_ROUNDS && kept > 0; round++) {
    project(basis, 0, kept, work.overlaps);
    correctOverlaps(basis, rows, kept);
    const again = orthonormaliseRows(incoming, kept, n, NOTHING, work.factor);
    composeFactor(basis, rows, kept, again.kept);
    const settled = again.kept === kept && again.shortest > LOST;
    kept = again.kept;
    if (settled) break;
  }
  basis.data.set(incoming.subarray(0, kept * n), basis.size * n);
  basis.size += kept;
  return kept;
}
