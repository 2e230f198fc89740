import type { Matrix } from "@onsager/linalg";
import { type Law, normal } from "@onsager/random";
import { requireOptions } from "../argument-checks.ts";
import type { Ensemble } from "../ensemble.ts";
import { marchenkoPastur } from "../laws/marchenko-pastur.ts";
import { requireMatrix } from "../require-matrix.ts";
import { requireRatio, requireVariance } from "../require-parameters.ts";
import { fillEntries, requireEntries } from "../sampling/fill-entries.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { scaledSize } from "../sampling/scaled-size.ts";
import { squaredSingularValues } from "../sampling/squared-singular-values.ts";
import { storage } from "../sampling/storage.ts";

/** Options of `rectangular`. */
export interface RectangularOptions {
  /** alpha = N2/N1, from 1e-16 to 1e16. */
  readonly ratio: number;
  /** sigma^2, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
  /** Law of the entries before they are centred and scaled, of positive variance; default `normal`. */
  readonly entries?: Law;
}

/**
 * Rectangular noise: N1 x N2, N2 = alpha N1 rounded and at least 1, independent entries of mean 0 and variance sigma^2/N1. The
 * singular values fill sigma [|1 - sqrt(alpha)|, 1 + sqrt(alpha)]; the spectrum, the N2 eigenvalues of M^T M, tends to the
 * Marchenko-Pastur law of ratio alpha, and for alpha = 1 the singular values to the quarter circle.
 *
 * Draws N1 N2 values of `entries`, row after row; the dimension of a sample is N1.
 *
 * @param options - `ratio` > 0, `variance` > 0 (default 1), `entries` (default `normal`)
 * @throws RangeError if ratio or variance is out of range; TypeError for options of a wrong kind
 */
export function rectangular(options: RectangularOptions): Ensemble<Matrix> {
  requireOptions("rectangular", options);
  const { ratio, variance = 1, entries = normal } = options;
  requireRatio("rectangular", "ratio", ratio);
  requireVariance("rectangular", "variance", variance);
  requireEntries("rectangular", entries);
  return {
    name: "rectangular",
    symmetry: "none",
    law: marchenkoPastur({ ratio, variance }),
    sample(rows, random) {
      requireDraw("rectangular", rows, random);
      const cols = scaledSize(rows, ratio);
      const data = storage("rectangular", [rows, cols], "f64");
      fillEntries(entries, Math.sqrt(variance / rows), data, random);
      return { rows, cols, data };
    },
    spectrum(M) {
      requireMatrix("rectangular", "sample", M);
      return squaredSingularValues(M);
    },
  };
}
