import { gaussLegendre, normalDensity } from "@onsager/hermite";
import { reject } from "../argument-checks.ts";
import { normalCdf } from "../special/normal-tail.ts";
import type { MultiIndexChannel } from "./multi-index-channel.ts";

/** Standard deviations of z_1 that are integrated over, on either side of zero. */
const reach = 9;
const nodesPerSide = 120;

/**
 * y = sign(z_1 z_2): no label says anything of either direction alone. Given z_1, z_2 is a truncated normal in closed form; z_1 is
 * integrated by Gauss-Legendre on each half line.
 *
 * @example multiIndexWeakRecovery(signProduct()) // pi^2/4
 */
export function signProduct(): MultiIndexChannel {
  const { nodes, weights } = gaussLegendre(nodesPerSide);
  return {
    name: "sign-product",
    rank: 2,
    posteriorMean(y, [m1, m2], [v11, v12, , v22], out) {
      if (y !== 1 && y !== -1) reject("signProduct", "y", "be one of 1, -1", y);
      const deviation = Math.sqrt(v11!);
      const slope = v12! / v11!;
      const rest = Math.sqrt(v22! - slope * v12!);
      let [mass, first, second] = [0, 0, 0];
      for (const side of [-1, 1]) {
        const from = side > 0 ? Math.max(0, m1! - reach * deviation) : m1! - reach * deviation;
        const to = side > 0 ? m1! + reach * deviation : Math.min(0, m1! + reach * deviation);
        const half = (to - from) / 2;
        if (!(half > 0)) continue;
        const sign = Math.sign(y) * side;
        for (let i = 0; i < nodes.length; i++) {
          const z1 = from + half * (1 + nodes[i]!);
          const mu = m2! + slope * (z1 - m1!);
          const inside = normalCdf((sign * mu) / rest);
          const weight = half * weights[i]! * normalDensity((z1 - m1!) / deviation);
          mass += weight * inside;
          first += weight * inside * z1;
          second += weight * (mu * inside + sign * rest * normalDensity(mu / rest));
        }
      }
      out[0] = first / mass;
      out[1] = second / mass;
    },
    labels(visit) {
      const c = 2 / Math.PI;
      visit(0.5, Float64Array.of(0, c, c, 0));
      visit(0.5, Float64Array.of(0, -c, -c, 0));
    },
    sample: ([z1, z2]) => (z1! * z2! >= 0 ? 1 : -1),
  };
}
