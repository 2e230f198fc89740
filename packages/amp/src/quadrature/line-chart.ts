import type { Chart } from "./chart.ts";

/** Up to this many units from the centre the steps are nearly even, beyond it nearly geometric. */
const core = 4;

/** What of a line is integrated over, and where the integrand has its finest features. */
export interface Line {
  /** Length over which the integrand changes near zero; default 1. */
  readonly unit?: number;
  /** How far to go below zero. */
  readonly below: number;
  /** How far to go above zero. */
  readonly above: number;
}

/**
 * x = 4 unit sinh(u/4): for analytic integrands with features of size `unit` around zero, and of their distance from zero farther
 * out.
 */
export function lineChart({ unit = 1, below, above }: Line): Chart {
  const scale = core * unit;
  return {
    from: -core * Math.asinh(below / scale),
    to: core * Math.asinh(above / scale),
    place(u, place) {
      const growth = Math.exp(u / core);
      place.x = (scale / 2) * (growth - 1 / growth);
      place.slope = (unit / 2) * (growth + 1 / growth);
    },
  };
}
