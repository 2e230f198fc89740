import type { Link } from "../link.ts";

/** g(z) = max(z, 0). c_0 = 1/sqrt(2 pi), c_1 = 1/2, c_k = h_{k-2}(0)/sqrt(2 pi k (k-1)). Exponents 1 and 1. */
export const relu: Link = {
  name: "relu",
  apply: (z) => Math.max(z, 0),
  derivative: (z) => (z > 0 ? 1 : 0),
  kinks: [0],
  informationExponent: 1,
  generativeExponent: 1,
};
