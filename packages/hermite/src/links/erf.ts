import { errorFunction } from "../error-function.ts";
import type { Link } from "../link.ts";

/** g(z) = erf(z). c_k = 2 phi(0) h_{k-1}(0) (2/3)^{k/2}/sqrt(k). Exponents 1 and 1. */
export const erf: Link = {
  name: "erf",
  apply: errorFunction,
  derivative: (z) => (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z),
  kinks: [],
  informationExponent: 1,
  generativeExponent: 1,
};
