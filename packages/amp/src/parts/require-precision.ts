import { reject } from "../argument-checks.ts";

const rule = "be a finite number, at least 0";

/** Requires a finite precision A >= 0. */
export function requirePrecision(call: string, A: number): void {
  if (!(A >= 0 && A < Infinity)) reject(call, "A", rule, A);
}

/** Requires a finite variance of noise, >= 0. */
export function requireNoise(call: string, noise: number): void {
  if (!(noise >= 0 && noise < Infinity)) reject(call, "noise", rule, noise);
}
