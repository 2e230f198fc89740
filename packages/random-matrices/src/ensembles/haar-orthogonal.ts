import { type Matrix, qr, symmetricEigenvalues } from "@onsager/linalg";
import type { Ensemble } from "../ensemble.ts";
import { kestenMcKay } from "../laws/kesten-mckay.ts";
import { requireMatrix } from "../require-matrix.ts";
import { normals } from "../sampling/normals.ts";
import { requireDraw } from "../sampling/require-draw.ts";
import { storage } from "../sampling/storage.ts";

/** Q + Q^T, whose eigenvalues are 2 cos(theta) for the eigenvalues e^{i theta} of Q. */
function twiceRealPart({ rows: n, data }: Matrix): Matrix {
  const sum = data.map((value, at) => value + data[(at % n) * n + Math.floor(at / n)]!);
  return { rows: n, cols: n, data: sum };
}

/**
 * The orthogonal group O(n) with its Haar measure: Q is as likely as U Q and Q U for every orthogonal U. Its eigenvalues e^{i theta}
 * tend to the uniform law on the circle, so that those of Q + Q^T, its `spectrum`, tend to the arcsine law on [-2, 2]: the
 * Kesten-McKay law of degree 2.
 *
 * Draws the n^2 normals of a matrix row after row; Q is the factor of its QR decomposition in which R has a positive diagonal.
 *
 * @see F. Mezzadri, How to generate random matrices from the classical compact groups (2007).
 */
export function haarOrthogonal(): Ensemble<Matrix> {
  return {
    name: "haar-orthogonal",
    symmetry: "orthogonal",
    law: kestenMcKay({ degree: 2 }),
    sample(n, random) {
      requireDraw("haarOrthogonal", n, random);
      const data = storage("haarOrthogonal", [n, n], "f64");
      const next = normals(random, n * n, "f64");
      for (let at = 0; at < data.length; at++) data[at] = next();
      return qr({ rows: n, cols: n, data }).Q;
    },
    spectrum(Q) {
      requireMatrix("haarOrthogonal", "sample", Q);
      return symmetricEigenvalues(twiceRealPart(Q), { checkSymmetry: false }).values;
    },
  };
}
