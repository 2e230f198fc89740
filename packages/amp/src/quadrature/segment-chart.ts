import type { Chart } from "./chart.ts";

/** Where the weights have fallen below 1e-18 of the largest, for integrands that are finite at the ends. */
const reach = 3.3;

/**
 * x from a to b by the tanh-sinh rule: for integrands that are analytic between a and b, with any features at the ends.
 *
 * @param extent - how far the chart's variable goes: gaps of length e^{-pi sinh(extent)}
 */
export function segmentChart(a: number, b: number, extent: number = reach): Chart {
  const length = b - a;
  return {
    from: -extent,
    to: extent,
    place(u, place) {
      const growth = Math.exp(Math.abs(u));
      const smaller = 1 / (1 + Math.exp((Math.PI / 2) * (growth - 1 / growth)));
      place.x = u < 0 ? a + length * smaller : b - length * smaller;
      place.gap = length * smaller;
      place.slope = length * smaller * (1 - smaller) * (Math.PI / 2) * (growth + 1 / growth);
    },
  };
}
