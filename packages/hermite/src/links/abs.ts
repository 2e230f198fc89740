import type { Link } from "../link.ts";

/** g(z) = |z|, phase retrieval. c_0 = sqrt(2/pi), c_2 = 1/sqrt(pi). Exponents 2 and 2. */
export const abs: Link = {
  name: "abs",
  apply: Math.abs,
  derivative: Math.sign,
  kinks: [0],
  informationExponent: 2,
  generativeExponent: 2,
};
