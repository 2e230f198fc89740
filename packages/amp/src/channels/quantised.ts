import { rejectKind, requireFiniteArray } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import { intervalChannel } from "./interval-channel.ts";
import type { NoiseOptions } from "./noise-options.ts";
import { requireVariance } from "./require-variance.ts";

/** Options of `quantised`. */
export interface QuantisedOptions extends NoiseOptions {
  /** Increasing edges between the cells; default -1, 0, 1. */
  readonly edges?: readonly number[];
}

/**
 * y = the number of edges below z + sqrt(D) xi: 0 for the cell below all of them.
 *
 * @param options - `edges` (default -1, 0, 1), `variance` D (default 0)
 * @throws RangeError or TypeError for edges that are not finite and increasing, or a negative variance
 */
export function quantised(options: QuantisedOptions = {}): Channel {
  const { edges = [-1, 0, 1], variance = 0 } = options;
  requireFiniteArray("quantised", "edges", edges);
  if (edges.length === 0 || edges.some((edge, i) => i > 0 && !(edge > edges[i - 1]!)))
    rejectKind("quantised", "edges", "be increasing, at least one", edges.join(", "));
  requireVariance("quantised", variance);
  const ends = [-Infinity, ...edges, Infinity];
  const events = ends
    .slice(1)
    .map((upper, label) => ({ label, intervals: [[ends[label]!, upper] as const] }));
  return intervalChannel({ name: "quantised", even: false, events, variance });
}
