import { requireLength } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";
import { requirePrecision } from "../parts/require-precision.ts";

/**
 * The point of largest likelihood on the sphere |w|^2 = N: eta = sqrt(N) B/|B|, whose derivative is 1/sqrt(<B^2>). The precision does
 * not matter. From a field of zeros it gives zeros. In the limit of large N, with <B^2> = signal^2 rho + noise: overlap
 * signal rho/sqrt(<B^2>), mean square 1.
 */
export const sphericalMaximumLikelihood: Denoiser = {
  name: "spherical-maximum-likelihood",
  denoiseAll(A, B, mean, variance) {
    requirePrecision("denoiseAll", A);
    requireLength("denoiseAll", "mean", mean.length, B.length, "B.length");
    requireLength("denoiseAll", "variance", variance.length, B.length, "B.length");
    const inverse = inverseOrZero(rootMeanSquare(B));
    for (let i = 0; i < B.length; i++) mean[i] = inverse * B[i]!;
    variance.fill(inverse);
  },
  moments({ secondMoment }, signal, noise) {
    const inverse = inverseOrZero(Math.sqrt(signal * signal * secondMoment + noise));
    return {
      overlap: signal * secondMoment * inverse,
      meanSquare: inverse === 0 ? 0 : 1,
      derivative: inverse,
    };
  },
};

/** sqrt(<B^2>), taken in units of the largest entry so that no square overflows. */
function rootMeanSquare(B: Float64Array): number {
  const largest = B.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0)) return largest;
  return largest * Math.sqrt(B.reduce((sum, value) => sum + (value / largest) ** 2, 0) / B.length);
}

function inverseOrZero(x: number): number {
  return x === 0 ? 0 : 1 / x;
}
