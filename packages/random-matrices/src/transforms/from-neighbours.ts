import { add, type Complex, scale, shift } from "../complex.ts";

/** Neighbours on each side, and their distance as a part of that to the nearest singularity: they tell the value to rounding. */
const neighbours = 6;
const part = 0.02;

/** Of the neighbours k steps away, k = 1, 2, ..., on either side: (-1)^{k+1} n!^2/((n - k)! (n + k)!). */
const weights = Array.from({ length: neighbours }, (_, i) => {
  const k = i + 1;
  let weight = k % 2 === 1 ? 1 : -1;
  for (let j = 0; j < k; j++) weight *= (neighbours - j) / (neighbours + j + 1);
  return weight;
});

/** The value of an analytic function at z by interpolation between neighbours along the real direction, where it is hard to compute at z. */
export function fromNeighbours(f: (z: Complex) => Complex, z: Complex, distance: number): Complex {
  const step = part * distance;
  const pairs = weights.map((weight, i) =>
    scale(weight, add(f(shift(z, -(i + 1) * step)), f(shift(z, (i + 1) * step)))),
  );
  return pairs.reduce(add);
}
