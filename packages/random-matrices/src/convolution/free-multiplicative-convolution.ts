import { reject } from "../argument-checks.ts";
import { add, divide, multiply, reciprocal, shift, subtract } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { massAt, meetingAtoms, withMass } from "./atoms.ts";
import { freeConvolution } from "./free-convolution.ts";
import { productLink } from "./link.ts";
import { requireBounded } from "./require-bounded.ts";
import { product, reversion } from "./series.ts";
import { subordinatedLaw } from "./subordinated-law.ts";

/**
 * The free multiplicative convolution of two laws on [0, infinity): the limit of the eigenvalues of A^{1/2} Q B Q^T A^{1/2}, A and B
 * positive semi-definite with these limits and Q Haar orthogonal. S-transforms multiply. With T(z) = z G(z) - 1, T(z) = T_1(w_1) =
 * T_2(w_2) = t and w_1 w_2 = z (1 + t)/t; edges are critical points of z = T_1^{-1}(t) T_2^{-1}(t) t/(1 + t). The mass at 0 is the larger
 * of the two laws'. `sampleCovariance` is the convolution with Marchenko and Pastur's law.
 *
 * @param first - a law of bounded support in [0, infinity), not all at 0
 * @param second - another one
 * @throws RangeError if a support is not bounded or has negative points; TypeError if one is no law, or all 0
 *
 * @see S. Belinschi, H. Bercovici, A new approach to subordination results in free probability (2007).
 */
export function freeMultiplicativeConvolution(first: SpectralLaw, second: SpectralLaw): SpectralLaw {
  requireFactor("first", first);
  requireFactor("second", second);
  const laws = [first, second] as const;
  const { variable, ...subordination } = freeConvolution(laws, productLink, 0);
  const { sTransform: S1, moment: m1 } = first;
  const { sTransform: S2, moment: m2 } = second;
  const zeros = Math.max(massAt(first, 0), massAt(second, 0));
  const others = meetingAtoms(laws, (a, b) => a * b).filter(({ at }) => at > 0);
  return subordinatedLaw({
    name: "free-multiplicative-convolution",
    atoms: withMass([{ at: 0, mass: zeros }, ...others]),
    outside: [-Infinity, 0],
    ...subordination,
    transform: (z, w) => {
      const { h, rate } = variable(z, w);
      const F = add(w, h.value);
      const value = divide(w, multiply(z, F));
      const growth = subtract(divide(rate, w), divide(multiply(shift(h.slope, 1), rate), F));
      return { value, slope: multiply(value, subtract(growth, reciprocal(z))) };
    },
    ...(m1 && m2 && { moment: (k) => momentOf(m1, m2, k) }),
    ...(S1 && S2 && { sTransform: (t) => multiply(S1(t), S2(t)) }),
  });
}

/** Requires a law on a bounded part of [0, infinity) that is not all at 0. */
function requireFactor(argument: string, law: SpectralLaw): void {
  requireBounded("freeMultiplicativeConvolution", argument, law, 0);
  if (massAt(law, 0) < 1) return;
  reject("freeMultiplicativeConvolution", argument, "have mass beside 0", law);
}

/** By the inverse functions of psi(u) = sum_k m_k u^k, which multiply up to a factor: chi = chi_1 chi_2 (1 + t)/t. */
function momentOf(first: (k: number) => number, second: (k: number) => number, k: number): number {
  const [a, b] = [first, second].map((m) => reversion(Float64Array.from({ length: k }, (_, i) => m(i + 1))));
  const both = product(a!, b!);
  return reversion(both.map((chi, i) => chi + (both[i - 1] ?? 0)))[k - 1]!;
}
