import { reject, requireFinite, requirePositive } from "../argument-checks.ts";
import type { Channel, Output } from "../channel.ts";
import type { Stream } from "../random.ts";
import { countRule } from "./count-rule.ts";
import { poissonOutput } from "./poisson-output.ts";

/**
 * P(y | z) = exp(y z - exp(z))/y!, y = 0, 1, ...: Poisson counts of rate exp(z); by quadrature. Expectations over labels thin out the
 * counts where these are many.
 *
 * @example poisson().output(3, 0, 1).g // 0.687265671601
 */
export function poisson(): Channel {
  const output = (y: number, omega: number, V: number): Output => {
    if (!(y >= 0 && y < Infinity)) reject("poisson", "y", "be at least 0 and finite", y);
    requireFinite("poisson", "omega", omega);
    requirePositive("poisson", "V", V);
    return poissonOutput(y, omega, V);
  };
  return {
    name: "poisson",
    even: false,
    isLabel: (y) => Number.isInteger(y) && y >= 0,
    output,
    expectation(omega, V, f) {
      requireFinite("poisson", "omega", omega);
      requirePositive("poisson", "V", V);
      let sum = 0;
      countRule(omega, V, (y, weight) => {
        const out = poissonOutput(y, omega, V);
        sum += weight * Math.exp(out.logPartition) * f(y, out);
      });
      return sum;
    },
    sample: (z, random) => poissonSample(Math.exp(z), random),
  };
}

/** Counts the arrivals of rate 1 in [0, rate], by exponential waiting times. */
function poissonSample(rate: number, random: Stream): number {
  let arrivals = 0;
  let time = -Math.log(random.uniform());
  while (time < rate) {
    arrivals++;
    time -= Math.log(random.uniform());
  }
  return arrivals;
}
