import type { Denoiser } from "../denoiser.ts";
import type { Prior } from "../prior.ts";
import type { Coupling } from "./coupling.ts";
import { momentsOf } from "./moments-of.ts";

/** What evolves: the coupling, and for each factor the law of the truth and the denoiser of the algorithm. */
export interface Evolved {
  readonly coupling: Coupling;
  readonly priors: readonly Prior[];
  readonly denoisers: readonly Denoiser[];
}

/** Overlaps m_a = <w_a w*_a> and mean squares q_a = <w_a^2>. */
export interface OrderParameters {
  readonly m: Float64Array;
  readonly q: Float64Array;
}

/** Sequential: one factor after the other, each from the newest values; parallel: all from the last sweep. */
export type Schedule = "sequential" | "parallel";

/** A factor that decays and is below this part of its second moment counts as settled. */
const FAINT = 1e-10;

/** One sweep over all factors; no m or q comes out below the floor, a part of the second moment. */
export function sweep(
  { coupling, priors, denoisers }: Evolved,
  old: OrderParameters,
  schedule: Schedule,
  floor: number,
): OrderParameters {
  const now = { m: old.m.slice(), q: old.q.slice() };
  const read = schedule === "sequential" ? now : old;
  for (let a = 0; a < priors.length; a++) {
    const noise = coupling.precision(a, read.q);
    const signal = coupling.precision(a, read.m);
    const { overlap, meanSquare } = momentsOf(priors[a]!, denoisers[a]!, signal, noise);
    const least = floor * priors[a]!.secondMoment;
    now.m[a] = Math.max(overlap, least);
    now.q[a] = Math.max(meanSquare, least);
  }
  return now;
}

/** max over m_a and q_a of |change|/|value|. */
export function relativeChange({ priors }: Evolved, old: OrderParameters, now: OrderParameters): number {
  let largest = 0;
  for (let a = 0; a < now.m.length; a++) {
    const faint = FAINT * priors[a]!.secondMoment;
    largest = Math.max(largest, change(old.m[a]!, now.m[a]!, faint), change(old.q[a]!, now.q[a]!, faint));
  }
  return largest;
}

function change(old: number, now: number, faint: number): number {
  const decays = Math.abs(now) <= Math.abs(old) && Math.abs(old) <= faint;
  return decays ? 0 : Math.abs(now - old) / Math.abs(now);
}

/** Whether posterior means evolve with m = q, where a sweep increases in every m (Nishimori). */
export function isBayesOptimal({ priors, denoisers }: Evolved, { m, q }: OrderParameters): boolean {
  return m.every((overlap, a) => overlap === q[a]) && priors.every((prior, a) => prior === denoisers[a]);
}
