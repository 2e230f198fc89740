import { rejectKind, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import type { Prior } from "../prior.ts";

/** A generalised linear model in the limit: y_mu = channel((F w*)_mu), F of alpha N rows with entries of variance 1/N. */
export interface GlmSpec {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  readonly channel: Channel;
  /** The law of the coordinates of w*. */
  readonly prior: Prior;
}

/** Checks a model; alpha may be 0 where `least` says so. */
export function requireGlm(call: string, spec: GlmSpec): void {
  requireOptions(call, spec);
  const { ratio, channel, prior } = spec;
  requirePositive(call, "ratio", ratio);
  if (typeof channel?.output !== "function") rejectKind(call, "channel", "be a channel", channel);
  if (typeof prior?.overlap !== "function") rejectKind(call, "prior", "be a prior", prior);
  requirePositive(call, "the prior's second moment", prior.secondMoment);
}

/** V = rho - m, kept above what double precision resolves. */
export function conditionalVariance({ prior }: GlmSpec, m: number): number {
  return Math.max(prior.secondMoment - m, 1e-10 * prior.secondMoment);
}
