import { gaussLegendre } from "@onsager/hermite";
import { symmetricEigen } from "@onsager/linalg";
import { lazily } from "../lazily.ts";
import { airy } from "./airy.ts";

/** Eigenvalues of the operator with kernel Ai(s + x + y) on the half-line x, y > 0, and their derivatives with s. */
export interface AirySpectrum {
  /** In (-1, 1), ascending. */
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Nodes of the quadrature: the determinants of tracy-widom.ts are then accurate to rounding. */
const nodes = 48;
/** Where Ai is below rounding. */
const end = 16;
/** The least interval of integration: far to the right Ai falls fast over less than that. */
const leastLength = 12;

const rule = /* @__PURE__ */ lazily(() => gaussLegendre(nodes, { interval: [0, 1] }));

/**
 * The spectrum of Ai(s + x + y), s >= -16, by the Gauss-Legendre rule: it converges geometrically as the kernel is entire. Slopes are
 * q^T A' q over the eigenvectors q.
 *
 * @see F. Bornemann, On the numerical evaluation of Fredholm determinants (2010).
 */
export function airySpectrum(s: number): AirySpectrum {
  const length = Math.max(leastLength, end - s);
  const { nodes: points, weights } = rule();
  const x = points.map((point) => length * point);
  const root = weights.map((weight) => Math.sqrt(length * weight));
  const A = new Float64Array(nodes * nodes);
  const slope = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i++) {
    for (let j = i; j < nodes; j++) {
      const at = airy(s + x[i]! + x[j]!);
      A[i * nodes + j] = A[j * nodes + i] = root[i]! * root[j]! * at.value;
      slope[i * nodes + j] = slope[j * nodes + i] = root[i]! * root[j]! * at.slope;
    }
  }
  const { values, vectors } = symmetricEigen({ rows: nodes, cols: nodes, data: A });
  const slopes = values.map((_, k) => quadraticForm(slope, vectors.data.subarray(k * nodes, (k + 1) * nodes)));
  return { values, slopes };
}

function quadraticForm(A: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < q.length; i++) {
    let row = 0;
    for (let j = 0; j < q.length; j++) row += A[i * q.length + j]! * q[j]!;
    sum += q[i]! * row;
  }
  return sum;
}
