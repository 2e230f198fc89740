import { type Matrix, symmetricEigenvalues } from "@onsager/linalg";
import { type Law, normal } from "@onsager/random";
import { reject, requireOptions } from "../argument-checks.ts";
import type { Ensemble } from "../ensemble.ts";
import { semicircle } from "../laws/semicircle.ts";
import { requireMatrix } from "../require-matrix.ts";
import { requireVariance } from "../require-parameters.ts";
import { fillEntries, requireEntries } from "../sampling/fill-entries.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { storage } from "../sampling/storage.ts";

/** Options of `wigner`. */
export interface WignerOptions {
  /** sigma^2, from 1e-100 to 1e100; default 1. */
  readonly variance?: number;
  /** Variance of the diagonal entries over that of the others, >= 0; default 2, with normal entries the GOE. */
  readonly diagonal?: number;
  /** Law of the entries before they are centred and scaled, of positive variance; default `normal`. */
  readonly entries?: Law;
}

/** Writes row i from the diagonal on, and its mirror image. */
function mirrorRow(i: number, n: number, data: Float64Array): void {
  for (let j = i + 1; j < n; j++) data[j * n + i] = data[i * n + j]!;
}

/**
 * Wigner's ensemble: symmetric n x n, entries on and above the diagonal independent with mean 0 and variance sigma^2/n, on the
 * diagonal `diagonal` sigma^2/n. The spectrum tends to the semicircle of radius 2 sigma whatever the law of the entries.
 *
 * Draws n(n + 1)/2 values of `entries`: row after row, each from its diagonal entry on.
 *
 * @param options - `variance` > 0 (default 1), `diagonal` >= 0 (default 2), `entries` (default `normal`)
 * @throws RangeError if a variance is out of range; TypeError for options of a wrong kind
 *
 * @example
 * const M = wigner().sample(1000, stream(1)); // GOE: eigenvalues in about [-2, 2]
 *
 * @see E. Wigner, On the distribution of the roots of certain symmetric matrices (1958).
 */
export function wigner(options: WignerOptions = {}): Ensemble<Matrix> {
  requireOptions("wigner", options);
  const { variance = 1, diagonal = 2, entries = normal } = options;
  requireVariance("wigner", "variance", variance);
  if (!(Number.isFinite(diagonal) && diagonal >= 0))
    reject("wigner", "diagonal", "be finite and at least 0", diagonal);
  requireEntries("wigner", entries);
  return {
    name: "wigner",
    symmetry: "symmetric",
    law: semicircle({ variance }),
    sample(n, random) {
      requireDraw("wigner", n, random);
      const data = storage("wigner", [n, n], "f64");
      for (let i = 0; i < n; i++) {
        fillEntries(entries, Math.sqrt(variance / n), data.subarray(i * n + i, (i + 1) * n), random);
        data[i * n + i]! *= Math.sqrt(diagonal);
        mirrorRow(i, n, data);
      }
      return { rows: n, cols: n, data };
    },
    spectrum(M) {
      requireMatrix("wigner", "sample", M);
      return symmetricEigenvalues(M, { checkSymmetry: false }).values;
    },
  };
}
