import type { Chart } from "./chart.ts";

/** Where the weights have fallen below 1e-18 of the largest. */
const reach = 3.3;

/** x from a to b by the tanh-sinh rule: for integrands that are analytic between a and b, with any features at the ends. */
export function segmentChart(a: number, b: number): Chart {
  const length = b - a;
  return {
    from: -reach,
    to: reach,
    place(u, place) {
      const growth = Math.exp(Math.abs(u));
      const smaller = 1 / (1 + Math.exp((Math.PI / 2) * (growth - 1 / growth)));
      place.x = u < 0 ? a + length * smaller : b - length * smaller;
      place.slope = length * smaller * (1 - smaller) * (Math.PI / 2) * (growth + 1 / growth);
    },
  };
}
