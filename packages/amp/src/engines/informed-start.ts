import { reject, requireFinite } from "../argument-checks.ts";
import type { Stream } from "../random.ts";

/** Options of `informedStart`. */
export interface InformedStartOptions {
  /** m_0. */
  readonly overlap: number;
  /** q_0 >= m_0^2/<w*^2>; default m_0. */
  readonly square?: number;
}

/**
 * A start that knows the truth in part: w = (m_0/rho) w* + sqrt(q_0 - m_0^2/rho) g, rho = <w*^2>, g from N(0, 1), for tests of state
 * evolution. In the mean <w w*> = m_0 and <w^2> = q_0.
 *
 * @param truth - w*
 * @param options - `overlap` m_0, `square` q_0 (default m_0)
 * @param random - g
 * @throws RangeError when q_0 is less than m_0^2/rho
 */
export function informedStart(
  truth: Float64Array,
  options: InformedStartOptions,
  random: Stream,
): Float64Array {
  const { overlap, square = overlap } = options;
  requireFinite("informedStart", "overlap", overlap);
  const rho = truth.reduce((sum, value) => sum + value * value, 0) / truth.length;
  const noise = square - overlap ** 2 / rho;
  if (!(noise >= 0))
    reject("informedStart", "square", `be at least overlap^2/<truth^2> = ${overlap ** 2 / rho}`, square);
  const g = new Float64Array(truth.length);
  random.fillNormal(g);
  return g.map((value, i) => (overlap / rho) * truth[i]! + Math.sqrt(noise) * value);
}
