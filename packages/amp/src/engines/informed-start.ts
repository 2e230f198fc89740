import {
  reject,
  requireFinite,
  requireFiniteArray,
  requireOptions,
  requirePositive,
} from "../argument-checks.ts";
import type { Stream } from "../random.ts";
import { meanProduct } from "./vectors.ts";

/** Options of `informedStart`. */
export interface InformedStartOptions {
  /** m_0. */
  readonly overlap: number;
  /** q_0 >= m_0^2/<w*^2>; default m_0. */
  readonly meanSquare?: number;
}

/**
 * A start that knows the truth in part: w = (m_0/rho) w* + sqrt(q_0 - m_0^2/rho) g, rho = <w*^2>, g from N(0, 1), for tests of state
 * evolution. In the mean <w w*> = m_0 and <w^2> = q_0.
 *
 * @param truth - w*
 * @param options - `overlap` m_0, `meanSquare` q_0 (default m_0)
 * @param random - g
 * @throws TypeError or RangeError when the truth is zero or not finite, or q_0 is less than m_0^2/rho
 */
export function informedStart(
  truth: Float64Array,
  options: InformedStartOptions,
  random: Stream,
): Float64Array {
  const call = "informedStart";
  requireFiniteArray(call, "truth", truth);
  requireOptions(call, options);
  const { overlap, meanSquare = overlap } = options;
  requireFinite(call, "overlap", overlap);
  const rho = meanProduct(truth, truth);
  requirePositive(call, "the mean square of truth", rho);
  const noise = meanSquare - overlap ** 2 / rho;
  if (!(noise >= 0 && meanSquare < Infinity))
    reject(
      call,
      "meanSquare",
      `be finite and at least overlap^2/<truth^2> = ${overlap ** 2 / rho}`,
      meanSquare,
    );
  const g = new Float64Array(truth.length);
  random.fillNormal(g);
  return g.map((value, i) => (overlap / rho) * truth[i]! + Math.sqrt(noise) * value);
}
