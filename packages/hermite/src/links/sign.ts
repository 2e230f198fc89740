import type { Link } from "../link.ts";

/** g(z) = sign(z), 0 at 0. c_k = 2 phi(0) h_{k-1}(0)/sqrt(k). Exponents 1 and 1. */
export const sign: Link = {
  name: "sign",
  apply: Math.sign,
  derivative: () => 0,
  kinks: [0],
  informationExponent: 1,
  generativeExponent: 1,
};
