import { reject } from "./argument-checks.ts";

/** Requires a number in the open interval (0, 1). */
export function requireProbability(call: string, argument: string, value: number): void {
  if (!(value > 0 && value < 1)) reject(call, argument, "be in (0, 1)", value);
}
