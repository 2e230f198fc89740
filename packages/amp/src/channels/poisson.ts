import type { Channel } from "../channel.ts";
import type { Stream } from "../random.ts";
import { defineChannel } from "./define-channel.ts";

/** From here on Stirling's series is exact to the last digit. */
const FAR = 16;

/**
 * P(y | z) = exp(y z - exp(z))/y!, y = 0, 1, ...: Poisson counts of rate exp(z); by quadrature. Expectations over labels sum them up
 * to the largest that occur, about exp(omega + 8 sqrt(V)) of them.
 *
 * @example poisson().output(3, 0, 1).g // 0.687265671601
 */
export function poisson(): Channel {
  return defineChannel({
    name: "poisson",
    labels: "naturals",
    logLikelihood,
    sample: (z, random) => poissonSample(Math.exp(z), random),
  });
}

/** Around its largest value, at z = log y: what is large there cancels. */
function logLikelihood(y: number, z: number): number {
  if (y === 0) return -Math.exp(z);
  const distance = z - Math.log(y);
  return -y * (Math.expm1(distance) - distance) + logLargest(y);
}

/** log(y^y exp(-y)/y!). */
function logLargest(y: number): number {
  if (y < FAR) {
    let sum = y * Math.log(y) - y;
    for (let k = 2; k <= y; k++) sum -= Math.log(k);
    return sum;
  }
  const u = 1 / (y * y);
  const series = 1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u / 1188)));
  return -Math.log(2 * Math.PI * y) / 2 - series / y;
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
