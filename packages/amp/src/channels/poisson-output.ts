import type { Output } from "../channel.ts";
import { logPoisson } from "./log-poisson.ts";

/** The widest step of the trapezoid rule, which resolves exp(-exp(z)). */
const WIDEST = 0.25;
/** The same in standard deviations. */
const WIDE = 0.5;
/** Terms below e^-38 of the largest are left out. */
const negligible = 38;

/** expm1(d) - d at d = h, 2h, ..., and the same downwards, for steps h = WIDEST/2^{j/2}. */
const tables: { readonly up: number[]; readonly down: number[] }[] = [];

/**
 * The output function of Poisson counts of rate exp(z). The posterior of z is exp(-exp(z*)(e^d - 1 - d) - d^2/(2V)) in the distance d
 * from its mode z*, where y - exp(z*) = (z* - omega)/V: one peak, whose moments the trapezoid rule gives to the last digits.
 */
export function poissonOutput(y: number, omega: number, V: number): Output {
  const mode = modeOf(y, omega, V);
  const rate = Math.exp(mode);
  const level = Math.max(0, Math.ceil(Math.log2(((1 / V + rate) * WIDEST ** 2) / WIDE ** 2)));
  const step = WIDEST * 2 ** (-level / 2);
  tables[level] ??= { up: [], down: [] };
  const { up, down } = tables[level];
  let [mass, first, second] = [1, 0, 0];
  for (let side = 1; side >= -1; side -= 2) {
    const table = side > 0 ? up : down;
    for (let k = 1; ; k++) {
      const d = side * k * step;
      if (k > table.length) table.push(Math.expm1(d) - d);
      const exponent = rate * table[k - 1]! + (d * d) / (2 * V);
      if (exponent > negligible) break;
      const weight = Math.exp(-exponent);
      mass += weight;
      first += weight * d;
      second += weight * d * d;
    }
  }
  const shift = first / mass;
  const slope = V * rate < 1 ? y - rate : (mode - omega) / V;
  const logPeak = logPoisson(y, mode) - (mode - omega) ** 2 / (2 * V);
  return {
    g: slope + shift / V,
    dg: ((second / mass - shift * shift) / V - 1) / V,
    logPartition: logPeak + Math.log((mass * step) / Math.sqrt(2 * Math.PI * V)),
  };
}

/** Where y - exp(z) = (z - omega)/V, by Newton's steps, which fall towards it from above. */
function modeOf(y: number, omega: number, V: number): number {
  const most = Math.log(y + Math.max(omega, 0) / V);
  let z = Math.min(Math.max(omega, Math.log(y)), Math.max(most, 0));
  for (let i = 0; i < 100; i++) {
    const rate = Math.exp(z);
    const change = (y - rate - (z - omega) / V) / (rate + 1 / V);
    z += change;
    if (Math.abs(change) <= 1e-9 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}
