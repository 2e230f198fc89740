import type { Output } from "../channel.ts";
import { logNormalCdf } from "../special/normal-tail.ts";

/** From lower to upper; either may be infinite. */
export type Interval = readonly [lower: number, upper: number];

const logRootTwoPi = Math.log(2 * Math.PI) / 2;

/** log(Phi(b) - Phi(a)) for a < b. */
function logMass(a: number, b: number): number {
  if (a > 0) return logMass(-b, -a);
  if (b > 0) return Math.log1p(-Math.exp(logNormalCdf(a)) - Math.exp(logNormalCdf(-b)));
  const most = logNormalCdf(b);
  return most + Math.log1p(-Math.exp(logNormalCdf(a) - most));
}

/** phi(t)/exp(logZ), and 0 where t is infinite. */
function densityOver(t: number, logZ: number): number {
  return Math.abs(t) === Infinity ? 0 : Math.exp((-t * t) / 2 - logRootTwoPi - logZ);
}

/**
 * The output function of an event z + noise in [lower, upper], for z + noise ~ N(omega, s): with a = (lower - omega)/sqrt(s) and b
 * likewise, Z = Phi(b) - Phi(a), Z' = (phi(a) - phi(b))/sqrt(s), Z'' = (a phi(a) - b phi(b))/s.
 */
export function intervalOutput([lower, upper]: Interval, omega: number, s: number): Output {
  const root = Math.sqrt(s);
  const [a, b] = [(lower - omega) / root, (upper - omega) / root];
  const logPartition = logMass(a, b);
  const [atA, atB] = [densityOver(a, logPartition), densityOver(b, logPartition)];
  const g = (atA - atB) / root;
  const curvature = ((atA && a * atA) - (atB && b * atB)) / s;
  return { g, dg: curvature - g * g, logPartition };
}

/** The output function of one of several disjoint events. */
export function unionOutput(parts: readonly Output[]): Output {
  if (parts.length === 1) return parts[0]!;
  const most = Math.max(...parts.map(({ logPartition }) => logPartition));
  const weights = parts.map(({ logPartition }) => Math.exp(logPartition - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (value: (part: Output) => number): number =>
    parts.reduce((sum, part, i) => sum + weights[i]! * value(part), 0) / total;
  const g = mean((part) => part.g);
  const curvature = mean((part) => part.dg + part.g * part.g);
  return { g, dg: curvature - g * g, logPartition: most + Math.log(total) };
}
