import { defineFit } from "../define-fit.ts";
import type { ScalingLaw } from "../scaling-law.ts";
import { straightLine } from "./power-law.ts";

/** Parts of the least y that the offset may be. */
const parts = [0, 0.5, 0.9, 0.99];

/**
 * y = amplitude x^-exponent + offset: a power law down to a floor, such as an irreducible error.
 *
 * A curve that rises to a ceiling is one of ceiling - y.
 */
export const powerLawWithOffset: ScalingLaw<"amplitude" | "exponent" | "offset"> = /* @__PURE__ */ defineFit({
  name: "power-law-with-offset",
  formula: "amplitude x^-exponent + offset",
  parameters: { amplitude: "positive", exponent: "real", offset: "real" },
  example: { amplitude: 3, exponent: 0.5, offset: 0.02 },
  evaluate: ({ amplitude, exponent, offset }, x) => amplitude * x ** -exponent + offset,
  rescale: ({ amplitude, exponent, offset }, xUnit, yUnit) => ({
    amplitude: yUnit * amplitude * xUnit ** exponent,
    exponent,
    offset: yUnit * offset,
  }),
  starts: (x, y) => {
    const least = y.reduce((a, b) => Math.min(a, b));
    return parts.map((part) => ({
      ...straightLine(
        x,
        y.map((value) => value - part * least),
      ),
      offset: part * least,
    }));
  },
});
