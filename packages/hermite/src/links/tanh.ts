import type { Link } from "../link.ts";

/** g(z) = tanh(z), the posterior mean of a Rademacher variable. c_1 = 0.60570... Exponents 1 and 1. */
export const tanh: Link = {
  name: "tanh",
  apply: Math.tanh,
  derivative: (z) => 1 / Math.cosh(z) ** 2,
  kinks: [],
  informationExponent: 1,
  generativeExponent: 1,
};
