import { airyOperator } from "./airy-operator.ts";
import { type Determinant, shiftedDeterminant } from "./determinant.ts";

/** Left of the first all three distribution functions are below 1e-30; right of the second they are 1 and Ai is 0. */
const [lowest, highest] = [-12, 200];

const nothing: Determinant = { value: 0, slope: 0 };

/**
 * F_1 = det(1 - T), F_2 = det(1 - T^2) or, as number 4, (det(1 - T) + det(1 + T))/2 with its derivative, T having the kernel
 * Ai(s + x + y) on x, y > 0.
 */
export function airyDistribution(beta: 1 | 2 | 4, s: number): Determinant {
  if (s < lowest) return nothing;
  const { size, matrix, slope } = airyOperator(Math.min(s, highest));
  const minus = shiftedDeterminant(matrix, slope, size, -1);
  if (beta === 1) return minus;
  const plus = shiftedDeterminant(matrix, slope, size, 1);
  return beta === 2
    ? { value: minus.value * plus.value, slope: minus.slope * plus.value + minus.value * plus.slope }
    : { value: (minus.value + plus.value) / 2, slope: (minus.slope + plus.slope) / 2 };
}
