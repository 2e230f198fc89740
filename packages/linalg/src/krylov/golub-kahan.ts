import { type Svd, svdOf } from "../decompositions/svd.ts";
import type { Matrix } from "../matrix.ts";
import { divideBy } from "../scaling.ts";
import type { RowMap } from "./apply-rows.ts";
import { type Basis, basisRows, contractBasis, createBasis } from "./basis.ts";
import { extendBasis } from "./extend-basis.ts";
import { type Measure, measuredPass, newMeasure, roundingLength } from "./measured-pass.ts";
import { type KrylovSettings, keptRows } from "./options.ts";
import { noRemainder, remainderNorm, remainderOf } from "./remainder.ts";
import { addRandomRows, addStart, type NormalSource } from "./start.ts";

/** What block Golub-Kahan bidiagonalisation works on: A right^T = left^T B, A^T left^T = right^T B^T + what the remainder says. */
export interface Bidiagonalisation {
  readonly settings: KrylovSettings;
  readonly source: NormalSource;
  readonly left: Basis;
  readonly right: Basis;
  readonly measure: Measure;
  /** left.capacity x right.capacity, in the unit of `measure`. */
  readonly B: Float64Array;
  /** Right rows that A has been applied to; the others wait for it. */
  applied: number;
  /** Products of the waiting rows have rounding alone in common with left rows before this one. */
  linked: number;
  /** What left the right space in the last products; see `Iteration`. */
  remainder: Matrix;
  /** Random directions so far. */
  drawn: number;
}

/** The state before the first pass. */
export function createBidiagonalisation(
  rows: number,
  cols: number,
  settings: KrylovSettings,
  source: NormalSource,
): Bidiagonalisation {
  const { backend, block, maximumBasis, maximumPasses, start } = settings;
  const capacity = Math.min(maximumBasis + block, block * (maximumPasses + 1));
  const right = createBasis(backend, cols, Math.min(cols, capacity), block);
  const left = createBasis(backend, rows, Math.min(rows, capacity), block);
  const drawn = addStart(right, start, source);
  const B = new Float64Array(left.capacity * right.capacity);
  const measure = newMeasure();
  const remainder = noRemainder;
  return { settings, source, left, right, measure, B, applied: 0, linked: 0, remainder, drawn };
}

/** Multiplies the rows of one basis from `first` on and adds what is new to the other one; returns how many rows that is. */
function multiply(
  call: string,
  bidiagonal: Bidiagonalisation,
  map: RowMap,
  first: number,
  linked: number,
  [from, to]: readonly [Basis, Basis],
): number {
  const { measure, B } = bidiagonal;
  const rows = from.size - first;
  const out = to.incoming.subarray(0, rows * to.n);
  divideBy(B, measuredPass(call, map, measure, rows, basisRows(from, first, from.size), out));
  return extendBasis(to, rows, roundingLength(measure, Math.max(from.n, to.n)), linked);
}

/** Writes the products of the right rows from `first` on into B. */
function recordProducts({ left, right, B }: Bidiagonalisation, first: number, before: number): void {
  const rows = right.size - first;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < before; i++) B[i * right.capacity + first + j] = left.overlaps[i * rows + j]!;
    for (let i = before; i < left.size; i++)
      B[i * right.capacity + first + j] = left.factor[j * rows + i - before]!;
  }
}

/** Products in float32 agree as well as this, relative to the norm. */
const MISMATCH = 1e-5;

/** Requires that <A^T u, v> is <u, A v> for the new left rows and the right rows they came from. */
function requireTranspose(
  call: string,
  { left, right, B, measure, applied }: Bidiagonalisation,
  first: number,
  before: number,
): void {
  const rows = left.size - before;
  for (let i = 0; i < rows; i++)
    for (let j = first; j < applied; j++) {
      const forth = B[(before + i) * right.capacity + j]!;
      const back = right.overlaps[j * rows + i]!;
      if (Math.abs(forth - back) <= MISMATCH * measure.norm) continue;
      throw new TypeError(
        `${call}: operator.applyTranspose must be the transpose of apply, got <u, A v> = ${forth * measure.unit} and <A^T u, v> = ${back * measure.unit}`,
      );
    }
}

/** One step: A times the waiting right rows, then A^T times what is new in their images. */
export function golubKahanStep(call: string, state: Bidiagonalisation, forth: RowMap, back: RowMap): void {
  const { left, right, settings, applied: first } = state;
  const before = left.size;
  const newLeft = multiply(call, state, forth, first, state.linked, [right, left]);
  state.applied = right.size;
  recordProducts(state, first, before);
  state.linked = before;
  let newRight = 0;
  state.remainder = noRemainder;
  if (newLeft > 0) {
    newRight = multiply(call, state, back, before, first, [left, right]);
    requireTranspose(call, state, first, before);
    state.remainder = remainderOf(right, newLeft, newRight);
  }
  if (state.drawn < settings.count)
    state.drawn += addRandomRows(right, settings.block - newRight, state.source);
}

/** Singular triplets of the projected operator. */
export interface RitzTriplets extends Svd {
  /** |A^T u - sigma v| of the first `count`. */
  readonly residuals: Float64Array;
}

/** Decomposes B; with too few left rows, of an operator of lower rank than `count`, random ones stand for its left null space. */
export function ritzTriplets(state: Bidiagonalisation): RitzTriplets {
  const { settings, left, right, B, applied, remainder, source } = state;
  const { backend, count } = settings;
  const lacking = Math.max(0, count - left.size);
  if (lacking > 0) addRandomRows(left, lacking, source);
  const data = new Float64Array(left.size * applied);
  for (let i = 0; i < left.size; i++)
    data.set(B.subarray(i * right.capacity, i * right.capacity + applied), i * applied);
  const triplets = svdOf(backend, { rows: left.size, cols: applied, data });
  const unknown = lacking > 0 && right.size > applied;
  const residuals = new Float64Array(count);
  for (let j = 0; j < count; j++)
    residuals[j] = unknown ? state.measure.norm : remainderNorm(triplets.left.data, j, left.size, remainder);
  return { ...triplets, residuals };
}

/** Thick restart from the best triplets. */
export function restartTriplets(state: Bidiagonalisation, triplets: RitzTriplets): void {
  const { left, right, settings, B } = state;
  const kept = Math.min(keptRows(settings), left.size);
  contractBasis(left, triplets.left.data.subarray(0, kept * left.size), kept, left.size);
  contractBasis(right, triplets.right.data.subarray(0, kept * state.applied), kept, state.applied);
  B.fill(0);
  for (let i = 0; i < kept; i++) B[i * (right.capacity + 1)] = triplets.values[i]!;
  state.applied = kept;
  state.linked = 0;
}
