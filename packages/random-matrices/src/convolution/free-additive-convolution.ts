import { add, multiply, reciprocal, scale, shift } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import { meetingAtoms } from "./atoms.ts";
import { freeConvolution } from "./free-convolution.ts";
import { freeCumulants, momentsOfFreeCumulants } from "./free-cumulants.ts";
import { sumLink } from "./link.ts";
import { requireBounded } from "./require-bounded.ts";
import { subordinatedLaw } from "./subordinated-law.ts";

/**
 * The free additive convolution of two laws: the limit of the eigenvalues of A + Q B Q^T, A and B symmetric with these limits and Q Haar
 * orthogonal. R-transforms and free cumulants add. G(z) = G_1(w_1) = G_2(w_2) with w_1 + w_2 = z + 1/G; edges are critical points of
 * z = G_1^{-1}(g) + G_2^{-1}(g) - 1/g.
 *
 * The edges take a search along every pair of gaps of the two laws: a few hundred atoms beside a law of few intervals are in reach.
 *
 * @param first - a law of bounded support
 * @param second - another one
 * @throws RangeError if a support is not bounded; TypeError if one is no law
 *
 * @example
 * freeAdditiveConvolution(semicircle(), semicircle({ variance: 3 })).support; // [[-4, 4]]
 *
 * @see S. Belinschi, H. Bercovici, A new approach to subordination results in free probability (2007).
 */
export function freeAdditiveConvolution(first: SpectralLaw, second: SpectralLaw): SpectralLaw {
  requireBounded("freeAdditiveConvolution", "first", first);
  requireBounded("freeAdditiveConvolution", "second", second);
  const laws = [first, second] as const;
  const { variable, ...subordination } = freeConvolution(laws, sumLink);
  const { rTransform: R1, moment: m1 } = first;
  const { rTransform: R2, moment: m2 } = second;
  return subordinatedLaw({
    name: "free-additive-convolution",
    atoms: meetingAtoms(laws, (a, b) => a + b),
    ...subordination,
    transform: (z, w) => {
      const { h, rate } = variable(z, w);
      const value = reciprocal(add(w, h.value));
      const fall = multiply(multiply(value, value), multiply(shift(h.slope, 1), rate));
      return { value, slope: scale(-1, fall) };
    },
    ...(m1 && m2 && { moment: (k) => momentOf(m1, m2, k) }),
    ...(R1 && R2 && { rTransform: (g) => add(R1(g), R2(g)) }),
  });
}

function momentOf(first: (k: number) => number, second: (k: number) => number, k: number): number {
  const [a, b] = [first, second].map((m) =>
    freeCumulants(Float64Array.from({ length: k }, (_, i) => m(i + 1))),
  );
  return momentsOfFreeCumulants(a!.map((kappa, i) => kappa + b![i]!))[k - 1]!;
}
