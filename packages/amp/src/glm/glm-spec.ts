import { reject, rejectKind, requireOptions, requirePositive } from "../argument-checks.ts";
import type { Channel } from "../channel.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";

/** A generalised linear model in the limit: y_mu = channel((F w*)_mu), F of alpha N rows with entries of variance 1/N. */
export interface GlmSpec {
  /** alpha, samples per dimension. */
  readonly ratio: number;
  /** The law of a label given its projection. */
  readonly channel: Channel;
  /** The law of the coordinates of w*. */
  readonly prior: Prior;
}

/** The same at any alpha. */
export type GlmModel = Pick<GlmSpec, "channel" | "prior">;

/** Requires a positive ratio, a channel and a prior. */
export function requireGlm(call: string, spec: GlmSpec): void {
  requireOptions(call, spec);
  requirePositive(call, "ratio", spec.ratio);
  requireChannel(call, spec.channel);
  requirePrior(call, "prior", spec.prior);
}

/** Requires labels that a channel can give. */
export function requireLabels(call: string, { name, isLabel }: Channel, y: Float64Array): void {
  const odd = isLabel === undefined ? -1 : y.findIndex((label) => !isLabel(label));
  if (odd >= 0) reject(call, `y[${odd}]`, `be a label of the channel ${name}`, y[odd]);
}

/** Requires a channel. */
export function requireChannel(call: string, channel: Channel): void {
  if (typeof channel?.output !== "function") rejectKind(call, "channel", "be a channel", channel);
}
