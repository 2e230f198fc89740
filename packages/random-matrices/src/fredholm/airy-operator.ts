import { gaussLegendre } from "@onsager/hermite";
import { lazily } from "../lazily.ts";
import { airy } from "./airy.ts";

/** The operator with kernel Ai(s + x + y) on x, y > 0 as a symmetric matrix, and its derivative with s. */
export interface AiryOperator {
  /** n; both matrices are n x n. */
  readonly size: number;
  readonly matrix: Float64Array;
  readonly slope: Float64Array;
}

/** Nodes of the quadrature: determinants are then accurate to rounding for s >= -8, where all but 1e-12 of the laws is. */
const size = 40;
/** Where Ai is below rounding. */
const end = 16;
/** The least interval of integration: far to the right Ai falls fast over less than that. */
const leastLength = 12;

const rule = /* @__PURE__ */ lazily(() => gaussLegendre(size, { interval: [0, 1] }));

/**
 * The Airy operator at s >= -16 by the Gauss-Legendre rule, symmetric with the roots of the weights: spectrum and determinants converge
 * geometrically with the nodes, as the kernel is entire.
 *
 * @see F. Bornemann, On the numerical evaluation of Fredholm determinants (2010).
 */
export function airyOperator(s: number): AiryOperator {
  const length = Math.max(leastLength, end - s);
  const { nodes, weights } = rule();
  const matrix = new Float64Array(size * size);
  const slope = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const at = airy(s + length * (nodes[i]! + nodes[j]!));
      const weight = length * Math.sqrt(weights[i]! * weights[j]!);
      matrix[i * size + j] = matrix[j * size + i] = weight * at.value;
      slope[i * size + j] = slope[j * size + i] = weight * at.slope;
    }
  }
  return { size, matrix, slope };
}
