import type { Complex } from "../complex.ts";

const levels = 10;

/**
 * f(x + i0) of a function that is analytic in the upper half-plane and beyond x to a distance: polynomial extrapolation from heights
 * distance/4, distance/8, ...
 */
export function boundaryValue(f: (z: Complex) => Complex, x: number, distance: number): Complex {
  const heights = Array.from({ length: levels }, (_, k) => distance * 2 ** (-2 - k));
  const values = heights.map((im) => f({ re: x, im }));
  return {
    re: extrapolated(
      heights,
      values.map(({ re }) => re),
    ),
    im: extrapolated(
      heights,
      values.map(({ im }) => im),
    ),
  };
}

/** The value at 0 of the polynomial through the points, by Neville's scheme. */
export function extrapolated(at: readonly number[], values: readonly number[]): number {
  const column = [...values];
  for (let order = 1; order < column.length; order++)
    for (let i = 0; i < column.length - order; i++)
      column[i] = (at[i + order]! * column[i]! - at[i]! * column[i + 1]!) / (at[i + order]! - at[i]!);
  return column[0]!;
}
