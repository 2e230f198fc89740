import type { Complex } from "./complex.ts";

/** An interval [lower, upper]; the ends may be infinite. */
export type Interval = readonly [number, number];

/** A point that has a mass of its own. */
export interface Atom {
  /** Where it is. */
  readonly at: number;
  /** In (0, 1]. */
  readonly mass: number;
}

/**
 * A probability law mu on the real line: mostly the limit of the eigenvalues of a large random matrix. It is the sum of a density on
 * `support` and of `atoms`. A member of the family is one page in `laws/` or `convolution/`; one made on the spot comes from
 * `lawFromDensity` or `lawFromStieltjes`.
 */
export interface SpectralLaw {
  /** In kebab case. */
  readonly name: string;
  /** The disjoint intervals on which the density is positive, ascending: their ends are the edges. */
  readonly support: readonly Interval[];
  /** Ascending in `at`; they may lie in or between the intervals of the support. */
  readonly atoms: readonly Atom[];
  /** Of the part without atoms; 0 outside of the support, and maybe infinite at an edge. */
  density(x: number): number;
  /** mu(-infinity, x]. */
  cdf(x: number): number;
  /** The smallest x with cdf(x) >= p; the lowest and the highest point of the law at p = 0 and 1. RangeError unless p is in [0, 1]. */
  quantile(p: number): number;
  /**
   * G(z) = E[1/(z - x)], the sign of free probability: density = -Im G(x + i0)/pi, and G = 1/z at infinity. On the real axis, which is
   * im = 0, it is the limit from above, which at an atom is -i infinity.
   */
  stieltjes(z: Complex): Complex;
  /** G'(z) = -E[1/(z - x)^2], on the real axis the limit from above, which at an atom is +infinity. */
  stieltjesDerivative(z: Complex): Complex;
  /** E[x^k], k an integer from 1 to 1000, infinite above the largest number; where it is known, to about 1e-12 of E|x|^k. */
  moment?(k: number): number;
  /** R(g) = G^{-1}(g) - 1/g = sum_k kappa_k g^{k-1}, near g = 0; where it has a closed form. Free additive convolution adds R. */
  rTransform?(g: Complex): Complex;
  /**
   * S(t) = (1 + t)/(t T^{-1}(t)) near t = 0, with T(z) = E[x/(z - x)] = z G(z) - 1; where it has a closed form. Free multiplicative
   * convolution multiplies S.
   */
  sTransform?(t: Complex): Complex;
}
