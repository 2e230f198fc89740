import { defineFit } from "../define-fit.ts";
import { linearFit } from "../least-squares/linear-fit.ts";
import { dot } from "../least-squares/normal-equations.ts";
import type { ScalingLaw } from "../scaling-law.ts";

type Name = "amplitude" | "breakpoint" | "exponent" | "exponentAfter";
type Start = Readonly<Record<Name, number>>;

/** Break points from which the search begins: those with the least sums of squares. */
const starts = 3;

/**
 * y = amplitude (x/breakpoint)^-exponent up to the break point, and amplitude (x/breakpoint)^-exponentAfter beyond it: two straight
 * lines in logarithms that meet at (breakpoint, amplitude).
 */
export const brokenPowerLaw: ScalingLaw<"amplitude" | "breakpoint" | "exponent" | "exponentAfter"> =
  /* @__PURE__ */ defineFit({
    name: "broken-power-law",
    formula: "amplitude (x/breakpoint)^-exponent, from the breakpoint on with exponentAfter",
    parameters: { amplitude: "positive", breakpoint: "positive", exponent: "real", exponentAfter: "real" },
    example: { amplitude: 0.2, breakpoint: 3000, exponent: 0.25, exponentAfter: 1 },
    evaluate: ({ amplitude, breakpoint, exponent, exponentAfter }, x) =>
      amplitude * (x / breakpoint) ** -(x < breakpoint ? exponent : exponentAfter),
    rescale: ({ amplitude, breakpoint, ...exponents }, xUnit, yUnit) => ({
      amplitude: yUnit * amplitude,
      breakpoint: xUnit * breakpoint,
      ...exponents,
    }),
    starts: (x, y) => {
      const [logX, logY] = [x.map(Math.log), y.map(Math.log)];
      const found = breaksOf(logX).flatMap((at) => brokenLine(logX, logY, at) ?? []);
      return found
        .sort((a, b) => a.sum - b.sum)
        .slice(0, starts)
        .map(({ start }) => start);
    },
  });

/** Halfway between neighbours that have a point or more on each side. */
function breaksOf(logX: Float64Array): readonly number[] {
  const sorted = Float64Array.from(new Set(logX)).sort();
  return Array.from(sorted.slice(1, -2), (value, i) => (value + sorted[i + 2]!) / 2);
}

/** The best pair of lines that meet at log x = `at`. */
function brokenLine(
  logX: Float64Array,
  logY: Float64Array,
  at: number,
): { start: Start; sum: number } | undefined {
  const columns = [
    new Float64Array(logX.length).fill(1),
    logX.map((value) => -Math.min(value - at, 0)),
    logX.map((value) => -Math.max(value - at, 0)),
  ];
  const fitted = linearFit(columns, logY);
  if (!fitted) return undefined;
  const [height, exponent, exponentAfter] = fitted as unknown as [number, number, number];
  const rest = logY.map(
    (value, i) => value - columns.reduce((sum, column, j) => sum + column[i]! * fitted[j]!, 0),
  );
  return {
    start: { amplitude: Math.exp(height), breakpoint: Math.exp(at), exponent, exponentAfter },
    sum: dot(rest, rest),
  };
}
