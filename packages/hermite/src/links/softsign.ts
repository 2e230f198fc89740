import type { Link } from "../link.ts";

/** g(z) = z/(1 + |z|). Its second derivative jumps at 0. Exponents 1 and 1. */
export const softsign: Link = {
  name: "softsign",
  apply: (z) => z / (1 + Math.abs(z)),
  derivative: (z) => 1 / (1 + Math.abs(z)) ** 2,
  kinks: [0],
  informationExponent: 1,
  generativeExponent: 1,
};
