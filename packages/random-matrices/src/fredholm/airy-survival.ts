import { symmetricEigenvalues } from "@onsager/linalg";
import { airyOperator } from "./airy-operator.ts";

const [lowest, highest] = [-12, 200];

/** 1 - F_1, 1 - F_2 and 1 - F_4 of `airyDistribution` without cancellation, from the eigenvalues of the operator. */
export function airySurvival(s: number): Readonly<Record<1 | 2 | 4, number>> {
  if (s < lowest) return { 1: 1, 2: 1, 4: 1 };
  const { size, matrix } = airyOperator(Math.min(s, highest));
  const values = symmetricEigenvalues({ rows: size, cols: size, data: matrix }).values.map((x) =>
    Math.min(1, x),
  );
  return { 1: short(values), 2: short(values.map((x) => x * x)), 4: 0 - evenPart(values) };
}

/** What prod (1 - x_k) is short of 1. */
function short(x: Float64Array): number {
  return 0 - Math.expm1(x.reduce((sum, value) => sum + Math.log1p(-value), 0));
}

/** (prod (1 + x_k) + prod (1 - x_k))/2 - 1: the terms of even degree, without the 1. */
function evenPart(x: Float64Array): number {
  let [even, odd] = [0, 0];
  for (const value of x) [even, odd] = [even + value * odd, odd + value * (1 + even)];
  return even;
}
