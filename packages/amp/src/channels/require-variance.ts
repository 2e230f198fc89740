import { reject } from "../argument-checks.ts";

/** Requires a finite variance of at least 0. */
export function requireVariance(call: string, variance: number): void {
  if (!(variance >= 0 && variance < Infinity)) reject(call, "variance", "be at least 0 and finite", variance);
}
