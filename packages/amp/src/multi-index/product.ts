import { reject } from "../argument-checks.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";

/** Labels beyond this have a probability below 1e-17. */
const largestLabel = 45;
const nodes = 4000;

/** K_order(y), y > 0, as the integral of exp(-y cosh t) cosh(order t) over t > 0, by the trapezoid rule. */
function besselK(order: number, y: number): number {
  const width = 1 / 32;
  let sum = Math.exp(-y) / 2;
  for (let t = width; y * (Math.cosh(t) - 1) < 45 + 2 * order * t; t += width)
    sum += Math.exp(-y * Math.cosh(t)) * Math.cosh(order * t);
  return sum * width;
}

/** Steps of log |z_1| on either side of its middle, and their length. */
const reach = 300;
const step = 0.02;

/** (z - m)^T V^{-1} (z - m)/2 for two coordinates. */
function quadraticForm(
  [m1, m2]: Float64Array,
  [v11, v12, , v22]: Float64Array,
): (z1: number, z2: number) => number {
  const determinant = v11! * v22! - v12! * v12!;
  return (z1, z2) => {
    const [x1, x2] = [z1 - m1!, z2 - m2!];
    return (v22! * x1 * x1 - 2 * v12! * x1 * x2 + v11! * x2 * x2) / (2 * determinant);
  };
}

/**
 * y = z_1 z_2 without noise: given z_1, z_2 = y/z_1, of density exp(-q(z_1)/2)/|z_1| on the line. Labels have the density K_0(|y|)/pi,
 * and E[z_1^2 | y] = |y| K_1(|y|)/K_0(|y|).
 *
 * @example multiIndexWeakRecovery(product()) // 0.593751098222
 */
export function product(): MultiIndexChannel {
  // In t = log |z_1| the density is exp(-form): smooth, and it decays double exponentially on both sides.
  const growth = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp((i - reach) * step));
  const forms = new Float64Array(2 * growth.length);
  return {
    name: "product",
    rank: 2,
    posteriorMean(y, omega, V, out) {
      if (!(Number.isFinite(y) && y !== 0)) reject("product", "y", "be finite and not 0", y);
      const form = quadraticForm(omega, V);
      const middle = Math.sqrt(Math.abs(y));
      const z1At = (i: number): number => (i % 2 === 0 ? 1 : -1) * middle * growth[i >> 1]!;
      for (let i = 0; i < forms.length; i++) forms[i] = form(z1At(i), y / z1At(i));
      const least = forms.reduce((lowest, value) => Math.min(lowest, value), Infinity);
      let [mass, first, second] = [0, 0, 0];
      for (let i = 0; i < forms.length; i++) {
        const weight = Math.exp(least - forms[i]!);
        mass += weight;
        first += weight * z1At(i);
        second += weight * (y / z1At(i));
      }
      out[0] = first / mass;
      out[1] = second / mass;
    },
    labels(visit) {
      // y = exp(s): the logarithm of K_0 at zero becomes smooth.
      const [from, to] = [-40, Math.log(largestLabel)];
      const width = (to - from) / nodes;
      for (let i = 0; i <= nodes; i++) {
        const y = Math.exp(from + i * width);
        const [k0, k1] = [besselK(0, y), besselK(1, y)];
        const a = (y * k1) / k0 - 1;
        for (const sign of [1, -1])
          visit((width * y * k0) / Math.PI, Float64Array.of(a, sign * y, sign * y, a));
      }
    },
    sample: ([z1, z2]) => z1! * z2!,
  };
}
