import { rejectKind } from "../argument-checks.ts";
import type { Denoiser } from "../denoiser.ts";

/** Requires a prior or another denoiser. */
export function requireDenoiser(call: string, argument: string, denoiser: Denoiser | undefined): void {
  if (typeof denoiser?.denoiseAll !== "function")
    rejectKind(call, argument, "be a prior or a denoiser", denoiser);
}
