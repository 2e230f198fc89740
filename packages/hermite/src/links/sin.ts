import type { Link } from "../link.ts";

/** g(z) = sin(z). c_{2j+1} = (-1)^j exp(-1/2)/sqrt((2j+1)!). Exponents 1 and 1. */
export const sin: Link = {
  name: "sin",
  apply: Math.sin,
  derivative: Math.cos,
  kinks: [],
  informationExponent: 1,
  generativeExponent: 1,
};
