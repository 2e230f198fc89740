import type { Link } from "../link.ts";

/** g(z) = z. c_1 = 1. Exponents 1 and 1. */
export const identity: Link = {
  name: "identity",
  apply: (z) => z,
  derivative: () => 1,
  kinks: [],
  informationExponent: 1,
  generativeExponent: 1,
};
