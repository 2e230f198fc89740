import { findRoot } from "../find-root.ts";
import { integrate } from "../quadrature/integrate.ts";
import { segmentRules } from "../quadrature/segment-rules.ts";

/**
 * The median of the Marchenko-Pastur law of ratio beta in (0, 1], the limit of squared singular values of Z/sqrt(m), Z of beta m x m
 * standard normals. The singular values x themselves have the density sqrt((b^2 - x^2)(x^2 - a^2))/(pi beta x) between
 * a = 1 - sqrt(beta) and b = 1 + sqrt(beta).
 */
export function marchenkoPasturMedian(beta: number): number {
  const [a, b] = [1 - Math.sqrt(beta), 1 + Math.sqrt(beta)];
  const density = (x: number): number => {
    return x > a && x < b ? Math.sqrt((b * b - x * x) * (x * x - a * a)) / (Math.PI * beta * x) : 0;
  };
  const below = (x: number): number => {
    return segmentRules(a, x, [], density).reduce((sum, rule) => sum + integrate(rule, () => 1), 0);
  };
  return findRoot((x) => below(x) - 1 / 2, a + 1e-6 * (b - a), b) ** 2;
}
