import type { Link } from "../link.ts";

/**
 * g(z) = z^2 exp(-z^2), the shape of Maxwell's law of speeds. c_0 = 3^{-3/2}, c_2 = 0: what the two preimages of a
 * label say about z^2 - 1 cancels, for every transform of the label. Exponents 4 and 4.
 *
 * @see Damian, Pillaud-Vivien, Lee and Bruna, Computational-statistical gaps in Gaussian single-index models (2024)
 */
export const maxwell: Link = {
  name: "maxwell",
  apply: (z) => z * z * Math.exp(-z * z),
  derivative: (z) => 2 * z * (1 - z * z) * Math.exp(-z * z),
  kinks: [],
  informationExponent: 4,
  generativeExponent: 4,
};
