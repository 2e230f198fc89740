/**
 * What it computes, in one sentence, and the formula.
 *
 * @param x - a finite number
 * @returns the value, its unit and its range
 * @throws RangeError when `x` is not finite
 */
export function figures(x: number): number {
  throw new Error(`figures: not written yet, got ${x}`);
}
