import { reject } from "../argument-checks.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";

/** Labels beyond this have a probability below 1e-17. */
const largestLabel = 45;
const nodes = 4000;

/** K_order(y), y > 0, as the integral of exp(-y cosh t) cosh(order t) over t > 0, by the trapezoid rule. */
function besselK(order: number, y: number): number {
  const step = 1 / 32;
  let sum = Math.exp(-y) / 2;
  for (let t = step; y * (Math.cosh(t) - 1) < 45 + 2 * order * t; t += step)
    sum += Math.exp(-y * Math.cosh(t)) * Math.cosh(order * t);
  return sum * step;
}

/**
 * y = z_1 z_2 without noise: given z_1, z_2 = y/z_1, of density exp(-q(z_1)/2)/|z_1| on the line. Labels have the density K_0(|y|)/pi,
 * and E[z_1^2 | y] = |y| K_1(|y|)/K_0(|y|).
 */
export function product(): MultiIndexChannel {
  return {
    name: "product",
    rank: 2,
    posteriorMean(y, [m1, m2], [v11, v12, , v22], out) {
      if (y === 0) reject("product", "y", "not be 0", y);
      const determinant = v11! * v22! - v12! * v12!;
      const [a, b, c] = [v22! / determinant, -v12! / determinant, v11! / determinant];
      const form = (z1: number): number => {
        const [x1, x2] = [z1 - m1!, y / z1 - m2!];
        return (a * x1 * x1 + 2 * b * x1 * x2 + c * x2 * x2) / 2;
      };
      // In t = log |z_1| the density is exp(-form): smooth, and it decays double exponentially on both sides.
      const middle = Math.log(Math.abs(y)) / 2;
      const [step, steps] = [0.02, 300];
      let least = Infinity;
      const values = new Float64Array(2 * (2 * steps + 1));
      for (let i = -steps; i <= steps; i++)
        for (const side of [0, 1]) {
          const value = form((side === 0 ? 1 : -1) * Math.exp(middle + i * step));
          values[2 * (i + steps) + side] = value;
          least = Math.min(least, value);
        }
      let [mass, first, second] = [0, 0, 0];
      for (let i = -steps; i <= steps; i++)
        for (const side of [0, 1]) {
          const z1 = (side === 0 ? 1 : -1) * Math.exp(middle + i * step);
          const weight = Math.exp(least - values[2 * (i + steps) + side]!);
          mass += weight;
          first += weight * z1;
          second += (weight * y) / z1;
        }
      out[0] = first / mass;
      out[1] = second / mass;
    },
    labels(visit) {
      // y = exp(s): the logarithm of K_0 at zero becomes smooth.
      const [from, to] = [-40, Math.log(largestLabel)];
      const step = (to - from) / nodes;
      for (let i = 0; i <= nodes; i++) {
        const y = Math.exp(from + i * step);
        const [k0, k1] = [besselK(0, y), besselK(1, y)];
        const a = (y * k1) / k0 - 1;
        for (const sign of [1, -1])
          visit((step * y * k0) / Math.PI, Float64Array.of(a, sign * y, sign * y, a));
      }
    },
    sample: ([z1, z2]) => z1! * z2!,
  };
}
