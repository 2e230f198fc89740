import type { Channel } from "../channel.ts";
import type { Stream } from "../random.ts";
import { defineChannel } from "./define-channel.ts";

/** P(y | z) = exp(y z - exp(z))/y!, y = 0, 1, ...: Poisson counts of rate exp(z); by quadrature. */
export function poisson(): Channel {
  const sums = [0];
  const logFactorial = (y: number): number => {
    while (sums.length <= y) sums.push(sums.at(-1)! + Math.log(sums.length));
    return sums[y]!;
  };
  return defineChannel({
    name: "poisson",
    labels: "naturals",
    logLikelihood: (y, z) => y * z - Math.exp(z) - logFactorial(y),
    sample: (z, random) => poissonSample(Math.exp(z), random),
  });
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
