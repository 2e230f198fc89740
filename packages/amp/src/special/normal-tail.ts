import { normalDensity } from "@onsager/hermite";
import erfcx from "@stdlib/math-base-special-erfcx";

/** Phi(-t) exp(t^2/2), t >= 0: the tail of N(0, 1) without its decay. */
function scaledNormalTail(t: number): number {
  return erfcx(t * Math.SQRT1_2) / 2;
}

/** log Phi(t), to full relative precision in both tails. */
export function logNormalCdf(t: number): number {
  return t < 0
    ? Math.log(scaledNormalTail(-t)) - (t * t) / 2
    : Math.log1p(-scaledNormalTail(t) * Math.exp((-t * t) / 2));
}

/** The inverse Mills ratio h(t) = phi(t)/Phi(t), close to -t for t far below zero. */
export function inverseMills(t: number): number {
  if (t < 0) return 1 / (Math.sqrt(2 * Math.PI) * scaledNormalTail(-t));
  return normalDensity(t) / (1 - scaledNormalTail(t) * Math.exp((-t * t) / 2));
}

/** Phi(t). */
export function normalCdf(t: number): number {
  return t < 0
    ? scaledNormalTail(-t) * Math.exp((-t * t) / 2)
    : 1 - scaledNormalTail(t) * Math.exp((-t * t) / 2);
}
