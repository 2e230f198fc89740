/** Standard deviations of sqrt(y) and log y around which counts may lie. */
const reach = 10;
/** Counts whose centre is this far from zero do not see it. */
const apart = 15;
/** Steps between nodes where they are thinned out, in standard deviations of y. */
const stride = 0.5;
const coarse = 2;
/** Thinning sets in as exp(-36). */
const flat = 36;

/**
 * Visits counts y with weights, for sums over y = 0, 1, ... of what is as smooth as the law of Poisson counts of rates exp(z),
 * z ~ N(omega, V), whose standard deviation is about s(y) = sqrt(y + V y^2). Trapezoid rules with steps well below s say as much as all
 * integers: in t = integral of 1/s where zero is out of reach; else in u with y = u + exp((u - c)/b), the integers as long as they are
 * few.
 */
export function countRule(omega: number, V: number, visit: (y: number, weight: number) => void): void {
  const root = Math.sqrt(V);
  const centre = (2 / root) * Math.asinh(root * Math.exp(omega / 2));
  const to = centre + reach;
  if (centre > apart) {
    for (let t = centre - reach; t <= to; t += stride) {
      const y = Math.sinh((root * t) / 2) ** 2 / V;
      visit(y, stride * Math.sqrt(y + V * y * y));
    }
    return;
  }
  const last = Math.sinh((root * to) / 2) ** 2 / V;
  const b = coarse / Math.min(1, root);
  for (let u = 0; ; u++) {
    const beyond = Math.exp(u / b - flat);
    if (u + beyond > last) return;
    visit(u + beyond, 1 + beyond / b);
  }
}
