import { rejectKind, requireInteger } from "../argument-checks.ts";
import type { Stream } from "../random.ts";

/**
 * The law of a label given a few projections z in R^p, y = f(z_1, ..., z_p). A member of the family is one page in this folder;
 * `noisyIndexFunction` makes one of any f.
 */
export interface MultiIndexChannel {
  /** In kebab case. */
  readonly name: string;
  /** p. */
  readonly rank: number;
  /**
   * Writes E[z | y, omega, V], z ~ N(omega, V).
   *
   * @param y - the label
   * @param omega - p entries
   * @param V - p x p, symmetric and positive definite, row by row
   * @param out - gets the p entries
   */
  posteriorMean(y: number, omega: Float64Array, V: Float64Array, out: Float64Array): void;
  /**
   * Visits the labels of z ~ N(0, I) with their probabilities (nodes and weights of a quadrature where they are continuous) and
   * G(y) = E[z z^T - I | y], p x p; undefined where it is not known.
   */
  readonly labels?: (visit: (probability: number, G: Float64Array) => void) => void;
  /** A label of the projections z. */
  sample(z: Float64Array, random: Stream): number;
}

/** Requires a channel of one projection or more. */
export function requireMultiIndexChannel(call: string, channel: MultiIndexChannel): void {
  if (typeof channel?.posteriorMean !== "function")
    rejectKind(call, "channel", "be a multi-index channel", channel);
  requireInteger(call, "channel.rank", channel.rank, 1, 2 ** 10);
}
