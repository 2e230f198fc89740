import { integrate } from "../quadrature/integrate.ts";
import { normalRule } from "../quadrature/normal-rule.ts";

/** Steps finer than 1/64 of a standard deviation show nothing but rounding: y is mean + deviation z. */
const precision = { tolerance: 1e-14, halvings: 6 };

/** E f(y), y ~ N(mean, variance), for smooth f. */
export function expectNormal(mean: number, variance: number, f: (y: number) => number): number {
  if (variance === 0) return f(mean);
  const deviation = Math.sqrt(variance);
  return integrate(normalRule(), (z) => f(mean + deviation * z), precision);
}
