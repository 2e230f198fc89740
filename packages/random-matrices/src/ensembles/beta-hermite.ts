import { tridiagonalEigenvalues } from "@onsager/linalg";
import { requireOptions, requirePositive } from "../argument-checks.ts";
import type { Ensemble } from "../ensemble.ts";
import { semicircle } from "../laws/semicircle.ts";
import { requireSample } from "../require-matrix.ts";
import { requireVariance } from "../require-parameters.ts";
import { chi } from "../sampling/chi.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { storage } from "../sampling/storage.ts";
import type { Tridiagonal } from "../tridiagonal.ts";

/** Options of `betaHermite`. */
export interface BetaHermiteOptions {
  /** Dyson's index beta > 0; default 1, the eigenvalues of the GOE. 2 and 4 are those of the GUE and the GSE. */
  readonly beta?: number;
  /** sigma^2, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
}

/**
 * The beta-Hermite ensemble as a tridiagonal matrix: eigenvalues with density proportional to
 * prod_{i<j} |l_i - l_j|^beta exp(-beta n sum_i l_i^2/(4 sigma^2)), from 2n - 1 numbers and O(n^2) operations. With beta = 1 they
 * have the law of those of `wigner()`; for every beta they tend to the semicircle of radius 2 sigma.
 *
 * T_kk = sigma sqrt(2/(beta n)) z_k and T_{k,k+1} = sigma chi_{beta (n - k)}/sqrt(beta n), k = 1, ..., n.
 *
 * Draws n normals for the diagonal, then n - 1 values of chi^2 for the off-diagonal, from the top.
 *
 * @param options - `beta` > 0 (default 1), `variance` > 0 (default 1)
 * @throws RangeError if one of them is out of range; TypeError for options of a wrong kind
 *
 * @example
 * const T = betaHermite({ beta: 2 }).sample(1000, stream(1));
 * tridiagonalEigenvalues(T.diagonal, T.offDiagonal).values; // those of a GUE matrix
 *
 * @see I. Dumitriu, A. Edelman, Matrix models for beta ensembles (2002).
 */
export function betaHermite(options: BetaHermiteOptions = {}): Ensemble<Tridiagonal> {
  requireOptions("betaHermite", options);
  const { beta = 1, variance = 1 } = options;
  requirePositive("betaHermite", "beta", beta);
  requireVariance("betaHermite", "variance", variance);
  return {
    name: "beta-hermite",
    symmetry: "symmetric",
    law: semicircle({ variance }),
    sample(n, random) {
      requireDraw("betaHermite", n, random);
      const scale = Math.sqrt(variance / (beta * n));
      const diagonal = storage("betaHermite", [n], "f64");
      const offDiagonal = storage("betaHermite", [n - 1], "f64");
      for (let k = 0; k < n; k++) diagonal[k] = scale * Math.SQRT2 * random.normal();
      for (let k = 1; k < n; k++) offDiagonal[k - 1] = scale * chi(beta * (n - k), random);
      return { diagonal, offDiagonal };
    },
    spectrum(T) {
      requireSample("betaHermite", T, "diagonal", "offDiagonal");
      return tridiagonalEigenvalues(T.diagonal, T.offDiagonal).values;
    },
  };
}
