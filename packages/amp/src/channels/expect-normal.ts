import { integrate } from "../quadrature/integrate.ts";
import { normalRule } from "../quadrature/normal-rule.ts";

/** E f(y), y ~ N(mean, variance), for smooth f. */
export function expectNormal(mean: number, variance: number, f: (y: number) => number): number {
  if (variance === 0) return f(mean);
  const deviation = Math.sqrt(variance);
  return integrate(normalRule(), (z) => f(mean + deviation * z), { tolerance: 1e-14 });
}
