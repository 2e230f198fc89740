import { reject } from "../argument-checks.ts";

/** Requires rho, a probability of being nonzero, in (0, 1]. */
export function requireSparsity(call: string, rho: number): void {
  if (!(rho > 0 && rho <= 1)) reject(call, "rho", "be above 0 and at most 1", rho);
}
