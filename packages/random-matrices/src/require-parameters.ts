import { reject, rejectKind, requirePositive } from "./argument-checks.ts";
import type { Complex } from "./complex.ts";

/** Beyond these squares of lengths in a law's formulas leave the range of numbers. */
const [leastVariance, mostVariance] = [1e-100, 1e100];
/** Beyond these the width of a Marchenko-Pastur law is near the rounding of its ends. */
const [leastRatio, mostRatio] = [1e-16, 1e16];

/** Requires a variance with which all formulas are finite. */
export function requireVariance(call: string, argument: string, value: number): void {
  requirePositive(call, argument, value);
  if (!(value >= leastVariance && value <= mostVariance))
    reject(call, argument, `be from ${leastVariance} to ${mostVariance}`, value);
}

/** Requires a ratio of sizes with which a law is more than rounding. */
export function requireRatio(call: string, argument: string, value: number): void {
  requirePositive(call, argument, value);
  if (!(value >= leastRatio && value <= mostRatio))
    reject(call, argument, `be from ${leastRatio} to ${mostRatio}`, value);
}

/** Requires a real number; infinite ones are some. */
export function requireNumber(call: string, argument: string, value: number): void {
  if (typeof value !== "number" || Number.isNaN(value)) reject(call, argument, "be a number", value);
}

/** Requires a complex number; NaN, which iterations may meet at singular points, is one. */
export function requireComplex(call: string, argument: string, value: Complex): void {
  if (typeof value?.re !== "number" || typeof value.im !== "number")
    rejectKind(call, argument, "be a complex number { re, im }", value);
}
