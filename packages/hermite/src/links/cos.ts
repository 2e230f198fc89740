import type { Link } from "../link.ts";

/** g(z) = cos(z). c_{2j} = (-1)^j exp(-1/2)/sqrt((2j)!). Exponents 2 and 2. */
export const cos: Link = {
  name: "cos",
  apply: Math.cos,
  derivative: (z) => -Math.sin(z),
  kinks: [],
  informationExponent: 2,
  generativeExponent: 2,
};
