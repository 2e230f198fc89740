import { requireFiniteArray } from "../argument-checks.ts";
import { largestEntry, moderatingPower } from "../scaling.ts";
import { applyRows, type RowMap } from "./apply-rows.ts";

/** What the passes tell of an operator's size, in a unit in which squares neither over- nor underflow. */
export interface Measure {
  /** A power of two, 1 unless the operator's norm is extreme; inputs are divided by it. */
  unit: number;
  /** The longest product of a unit vector so far, in this unit: a lower bound of the norm. */
  norm: number;
  /** Applications of the operator to a block so far. */
  passes: number;
}

/** Before the first pass. */
export function newMeasure(): Measure {
  return { unit: 1, norm: 0, passes: 0 };
}

/** Units and their inverses are normal numbers. */
const LARGEST_UNIT = 2 ** 1000;

/** The unit in which a size that was measured in `unit` is moderate; 1 if inputs that are too large may have made it overflow. */
function wantedUnit(unit: number, size: number): number {
  if (!Number.isFinite(size)) return Math.max(unit, 1);
  return Math.min(Math.max(unit * moderatingPower(size), 1 / LARGEST_UNIT), LARGEST_UNIT);
}

/** Takes another unit if the largest product or the norm is extreme in this one; tells whether it did. */
function changeUnit(measure: Measure, largest: number): boolean {
  const unit = wantedUnit(measure.unit, Math.max(measure.norm, largest));
  if (unit === measure.unit) return false;
  measure.norm /= unit / measure.unit;
  measure.unit = unit;
  return true;
}

/** The longest of the rows of length n. */
function longestRow(rows: number, n: number, data: Float64Array): number {
  let longest = 0;
  for (let i = 0; i < rows; i++) {
    let squares = 0;
    for (let k = i * n; k < (i + 1) * n; k++) squares += data[k]! * data[k]!;
    longest = Math.max(longest, Math.sqrt(squares));
  }
  return longest;
}

/** Two do for a linear operator, three if the first unit was far too small. */
const MAXIMUM_ROUNDS = 4;

/**
 * One pass over unit vectors: row i of `out` = A times row i of `X` in the unit of `measure`. A pass whose products are extreme is
 * taken again in another unit, so that they keep all their digits.
 *
 * @returns what earlier products must be divided by to be in the same unit
 * @throws RangeError if a product is not finite
 */
export function measuredPass(
  call: string,
  map: RowMap,
  measure: Measure,
  rows: number,
  X: Float64Array,
  out: Float64Array,
): number {
  const before = measure.unit;
  let largest = 0;
  for (let round = 1; round === 1 || (round <= MAXIMUM_ROUNDS && changeUnit(measure, largest)); round++) {
    const { unit } = measure;
    applyRows(map, rows, unit === 1 ? X : X.map((entry) => entry / unit), out);
    measure.passes++;
    largest = largestEntry(out);
  }
  if (!Number.isFinite(largest)) requireFiniteArray(call, "the operator's product", out);
  measure.norm = Math.max(measure.norm, longestRow(rows, map.to, out));
  return measure.unit / before;
}

/** What is new in a product and at most so long is rounding. */
export function roundingLength({ norm }: Measure, n: number): number {
  return norm * 10 * Number.EPSILON * Math.sqrt(n);
}
