import type { Link } from "../link.ts";

/** g(z) = 1/(1 + exp(-z)), the logistic function. c_0 = 1/2. Exponents 1 and 1. */
export const sigmoid: Link = {
  name: "sigmoid",
  apply: (z) => 1 / (1 + Math.exp(-z)),
  derivative: (z) => 1 / (2 + 2 * Math.cosh(z)),
  kinks: [],
  informationExponent: 1,
  generativeExponent: 1,
};
