import { fillNormal, fillRademacher, fillUniform } from "@onsager/linalg";
import { type Law, normal, rademacher, type Stream, uniform } from "@onsager/random";
import { rejectKind, requirePositive } from "../argument-checks.ts";

type Floats = Float64Array | Float32Array;

/** Requires a law of positive finite variance. */
export function requireEntries(call: string, entries: Law): void {
  requirePositive(call, "entries.variance", entries?.variance);
  if (typeof entries.decode !== "function" || !Number.isFinite(entries.mean))
    rejectKind(call, "entries", "be a law of @onsager/random", entries);
}

/** The next `out.length` values of a law: by compiled kernels where there are some, the same bits as the stream's own. */
function fill(law: Law, out: Floats, random: Stream): void {
  const start = (): number => random.skip(out.length);
  if (law === normal) fillNormal(random, out, start());
  else if (law === rademacher) fillRademacher(random, out, start());
  else if (law === uniform && out instanceof Float64Array) fillUniform(random, out, start());
  else random.fill(law, out);
}

/**
 * Fills `out` with independent entries of mean 0 and standard deviation `deviation`: the next `out.length` values v of the law as
 * deviation (v - mean)/sqrt(variance). A Float32Array takes the law `normal32` for `normal`.
 */
export function fillEntries(law: Law, deviation: number, out: Floats, random: Stream): void {
  fill(law, out, random);
  const scale = deviation / Math.sqrt(law.variance);
  for (let i = 0; i < out.length; i++) out[i] = scale * (out[i]! - law.mean);
}
