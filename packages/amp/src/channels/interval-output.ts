import { normalDensity } from "@onsager/hermite";
import type { Output } from "../channel.ts";
import { type NormalAbove, writeNormalAbove } from "../special/normal-above.ts";
import { inverseMills, logNormalCdf, normalCdf } from "../special/normal-tail.ts";

/** From lower to upper; either may be infinite. */
export type Interval = readonly [lower: number, upper: number];

/** log(Phi(b) - Phi(a)); phi(a) and phi(b) over that mass; and the distances a - x and b - x of both from the mean x = atA - atB. */
interface Mass {
  readonly log: number;
  readonly atA: number;
  readonly atB: number;
  readonly fromA: number;
  readonly fromB: number;
}

const above: NormalAbove = { excess: 0, variance: 0 };

/** For a < b. In a tail by Mills ratios: exp(-a^2/2) over the mass would lose a^2/2 digits. */
function massBetween(a: number, b: number): Mass {
  if (b < 0) {
    const { log, atA, atB, fromA, fromB } = massBetween(-b, -a);
    return { log, atA: atB, atB: atA, fromA: -fromB, fromB: -fromA };
  }
  if (a > 0) {
    const beyond = logNormalCdf(-a);
    const part = Math.exp(logNormalCdf(-b) - beyond);
    const atB = part === 0 ? 0 : (part * inverseMills(-b)) / (1 - part);
    writeNormalAbove(a, above);
    const rest = part === 0 ? 0 : (part * (inverseMills(-b) - inverseMills(-a))) / (1 - part);
    const fromA = rest - above.excess;
    return {
      log: beyond + Math.log1p(-part),
      atA: inverseMills(-a) / (1 - part),
      atB,
      fromA,
      fromB: b - a + fromA,
    };
  }
  const mass = 1 - normalCdf(a) - normalCdf(-b);
  const [atA, atB] = [normalDensity(a) / mass, normalDensity(b) / mass];
  return { log: Math.log(mass), atA, atB, fromA: a - atA + atB, fromB: b - atA + atB };
}

/**
 * The output function of an event z + noise in [lower, upper], for z + noise ~ N(omega, s): with a = (lower - omega)/sqrt(s) and b
 * likewise, Z = Phi(b) - Phi(a), Z' = (phi(a) - phi(b))/sqrt(s), Z'' = (a phi(a) - b phi(b))/s.
 */
export function intervalOutput([lower, upper]: Interval, omega: number, s: number): Output {
  const root = Math.sqrt(s);
  const [a, b] = [(lower - omega) / root, (upper - omega) / root];
  const { log, atA, atB, fromA, fromB } = massBetween(a, b);
  // Z''/Z - g^2, in factors that do not cancel where one of the ends is far.
  const ends = (atA && atA * fromA) - (atB && atB * fromB);
  return { g: (atA - atB) / root, dg: ends / s, logPartition: log };
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
