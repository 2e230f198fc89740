import { add, type Complex, multiply, reciprocal } from "../complex.ts";
import type { SpectralLaw } from "../spectral-law.ts";
import type { Value } from "./fixed-point.ts";
import { convolutionMap, meetingAtoms, partner } from "./free-convolution.ts";
import { freeCumulants, momentsOfFreeCumulants } from "./free-cumulants.ts";
import { gapsOf } from "./gaps.ts";
import { pairCurves, type RealTransform, relativeSum } from "./pair-curves.ts";
import { requireBounded } from "./require-bounded.ts";
import { subordinatedLaw } from "./subordinated-law.ts";

const one = { re: 1, im: 0 };

const stieltjes: RealTransform = {
  gaps: (law) => gapsOf(law),
  value: (law, w) => ({ value: law.stieltjes(w), slope: law.stieltjesDerivative(w) }),
};

function link(z: Complex, h: Complex): Value {
  return { value: add(z, h), slope: one };
}

/**
 * The free additive convolution of two laws: the limit of the eigenvalues of A + Q B Q^T, A and B symmetric with these limits and Q Haar
 * orthogonal. R-transforms and free cumulants add. G(z) = G_1(w_1) = G_2(w_2) with w_1 + w_2 = z + 1/G; edges are critical points of
 * z = G_1^{-1}(g) + G_2^{-1}(g) - 1/g.
 *
 * Edges cost a search for every pair of gaps of the two laws: at most a few hundred atoms are meant.
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
  const { rTransform: R1, moment: m1 } = first;
  const { rTransform: R2, moment: m2 } = second;
  return subordinatedLaw({
    name: "free-additive-convolution",
    atoms: meetingAtoms(laws, (a, b) => a + b),
    ...convolutionMap(laws, link),
    transform: (z, w) => {
      const value = first.stieltjes(w);
      const slopes = [
        reciprocal(first.stieltjesDerivative(w)),
        reciprocal(second.stieltjesDerivative(partner(first, link, z, w))),
        reciprocal(multiply(value, value)),
      ];
      return { value, slope: reciprocal(slopes.reduce(add)) };
    },
    curves: () =>
      pairCurves(laws, stieltjes, (t, a, b) => ({
        z: a.w + b.w - 1 / t,
        rise: relativeSum(1, a.slope / b.slope, a.slope / (t * t)),
      })),
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
