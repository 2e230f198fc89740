import { tridiagonalEigenvalues } from "@onsager/linalg";
import { reject, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Ensemble } from "../ensemble.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import { requireSample } from "../require-matrix.ts";
import { requireRatio, requireVariance } from "../require-parameters.ts";
import { chi } from "../sampling/chi.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { storage } from "../sampling/storage.ts";
import type { Tridiagonal } from "../tridiagonal.ts";

/** Options of `betaLaguerre`. */
export interface BetaLaguerreOptions {
  /** Ratio gamma = d/n of dimension and samples, from 1e-16 to 1. */
  readonly ratio: number;
  /** Dyson's index beta > 0; default 1, the eigenvalues of a real Wishart matrix. */
  readonly beta?: number;
  /** sigma^2, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
}

/**
 * The beta-Laguerre ensemble as a tridiagonal matrix L = sigma^2 B B^T/(beta n), n = d/gamma, with B lower bidiagonal of order d:
 * B_kk = chi_{beta (n - k + 1)}, B_{k+1,k} = chi_{beta (d - k)}, k = 1, ..., d. Eigenvalues have density proportional to
 * prod_{i<j} |l_i - l_j|^beta prod_i l_i^{beta (n - d + 1)/2 - 1} exp(-beta n l_i/(2 sigma^2)): with beta = 1 and whole n those of
 * `wishart`, from 2d - 1 numbers and O(d^2) operations. They tend to the Marchenko-Pastur law.
 *
 * Draws d values of chi^2 for the diagonal of B, then d - 1 for the other, from the top; n need not be whole.
 *
 * @param options - `ratio` in (0, 1], `beta` > 0 (default 1), `variance` > 0 (default 1)
 * @throws RangeError if one of them is out of range; TypeError without options
 *
 * @see I. Dumitriu, A. Edelman, Matrix models for beta ensembles (2002).
 */
export function betaLaguerre(options: BetaLaguerreOptions): Ensemble<Tridiagonal> {
  requireOptions("betaLaguerre", options);
  const { ratio, beta = 1, variance = 1 } = options;
  if (!(Number.isFinite(ratio) && ratio > 0 && ratio <= 1))
    reject("betaLaguerre", "ratio", "be in (0, 1]", ratio);
  requireRatio("betaLaguerre", "ratio", ratio);
  requirePositive("betaLaguerre", "beta", beta);
  requireVariance("betaLaguerre", "variance", variance);
  return {
    name: "beta-laguerre",
    symmetry: "symmetric",
    law: marchenkoPastur({ ratio, variance }),
    sample(d, random) {
      requireDraw("betaLaguerre", d, random);
      const n = d / ratio;
      const scale = Math.sqrt(variance / (beta * n));
      const main = storage("betaLaguerre", [d], "f64");
      const below = storage("betaLaguerre", [d - 1], "f64");
      for (let k = 0; k < d; k++) main[k] = scale * chi(beta * (n - k), random);
      for (let k = 1; k < d; k++) below[k - 1] = scale * chi(beta * (d - k), random);
      return {
        diagonal: main.map((b, k) => b * b + (k > 0 ? below[k - 1]! ** 2 : 0)),
        offDiagonal: below.map((c, k) => c * main[k]!),
      };
    },
    spectrum(T) {
      requireSample("betaLaguerre", T, "diagonal", "offDiagonal");
      return tridiagonalEigenvalues(T.diagonal, T.offDiagonal).values;
    },
  };
}
