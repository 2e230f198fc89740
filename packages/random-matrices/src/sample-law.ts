import type { Stream } from "@onsager/random";
import { rejectKind, requireInteger } from "./argument-checks.ts";
import type { SpectralLaw } from "./spectral-law.ts";

/**
 * Independent values of a law: its quantiles at uniform numbers.
 *
 * @param law - a spectral law
 * @param count - how many, >= 0
 * @param random - the stream to draw from: one uniform number for each value
 * @throws RangeError if the count is not an integer in range; TypeError if law or stream are none
 *
 * @example
 * sampleLaw(semicircle(), 1000, stream(1).split("semicircle"));
 */
export function sampleLaw(law: SpectralLaw, count: number, random: Stream): Float64Array {
  if (typeof law?.quantile !== "function") rejectKind("sampleLaw", "law", "be a spectral law", law);
  requireInteger("sampleLaw", "count", count, 0, 2 ** 32 - 1);
  if (typeof random?.uniform !== "function") rejectKind("sampleLaw", "random", "be a stream", random);
  return Float64Array.from({ length: count }, () => law.quantile(random.uniform()));
}
