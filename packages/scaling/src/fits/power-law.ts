import { defineFit } from "../define-fit.ts";
import { linearFit } from "../least-squares/linear-fit.ts";
import type { ScalingLaw } from "../scaling-law.ts";

/** y = amplitude x^-exponent: a straight line of slope -exponent in logarithms. */
export const powerLaw: ScalingLaw<"amplitude" | "exponent"> = /* @__PURE__ */ defineFit({
  name: "power-law",
  formula: "amplitude x^-exponent",
  parameters: { amplitude: "positive", exponent: "real" },
  example: { amplitude: 3, exponent: 0.5 },
  evaluate: ({ amplitude, exponent }, x) => amplitude * x ** -exponent,
  rescale: ({ amplitude, exponent }, xUnit, yUnit) => ({
    amplitude: yUnit * amplitude * xUnit ** exponent,
    exponent,
  }),
  starts: (x, y) => [straightLine(x, y)],
});

/** The straight line through logarithms. */
export function straightLine(x: Float64Array, y: Float64Array): { amplitude: number; exponent: number } {
  const columns = [new Float64Array(x.length).fill(1), x.map((value) => -Math.log(value))];
  const [height = 0, exponent = 1] = linearFit(columns, y.map(Math.log)) ?? [];
  return { amplitude: Math.exp(height), exponent };
}
