import { reject, rejectKind, requireOptions } from "../argument-checks.ts";
import { requireRatio, requireVariance } from "../require-parameters.ts";
import type { SharedFactorChannel, SharedFactorOptions } from "./shared-factor-ensemble.ts";
import { requirePrecision } from "./storage.ts";
import { requirePrior, requireRescale } from "./truth.ts";

function requireRatios(call: string, ratios: Readonly<Record<string, number>>): void {
  if (typeof ratios !== "object" || ratios === null)
    rejectKind(call, "ratios", "be an object with a number for each factor", ratios);
  const entries = Object.entries(ratios);
  if (entries.length < 2) rejectKind(call, "ratios", "name two factors or more", entries.length);
  for (const [factor, ratio] of entries) requireRatio(call, `ratios.${factor}`, ratio);
  const [first, ratio] = entries[0]!;
  if (ratio !== 1) reject(call, `ratios.${first}`, "be 1, as the first of the ratios to N_1", ratio);
}

function requireChannel(
  call: string,
  argument: string,
  channel: SharedFactorChannel,
  known: readonly string[],
): void {
  if (typeof channel !== "object" || channel === null)
    rejectKind(call, argument, "be { factors, variance }", channel);
  const { factors, variance } = channel;
  if (!Array.isArray(factors) || factors.length < 2 || factors.length > 3)
    rejectKind(call, `${argument}.factors`, "be the names of two or three factors", factors);
  for (const factor of factors) {
    if (!known.includes(factor))
      rejectKind(call, `${argument}.factors`, `name factors among ${known.join(", ")}`, factor);
  }
  if (new Set(factors).size < factors.length)
    rejectKind(call, `${argument}.factors`, "be all different", factors.join(", "));
  requireVariance(call, `${argument}.variance`, variance);
}

/** Requires ratios, channels over factors that exist, and priors of such. */
export function requireSharedFactor(call: string, options: SharedFactorOptions): void {
  requireOptions(call, options);
  const { ratios, channels, priors = {}, rescale, precision = "f64" } = options;
  requireRatios(call, ratios);
  const known = Object.keys(ratios);
  if (!Array.isArray(channels) || channels.length === 0)
    rejectKind(call, "channels", "be an array of one channel or more", channels);
  for (const [c, channel] of channels.entries()) requireChannel(call, `channels[${c}]`, channel, known);
  if (typeof priors !== "object" || priors === null)
    rejectKind(call, "priors", "be an object with a prior for some factors", priors);
  for (const [factor, prior] of Object.entries(priors)) {
    if (!known.includes(factor)) rejectKind(call, "priors", `name factors among ${known.join(", ")}`, factor);
    requirePrior(call, `priors.${factor}`, prior);
  }
  requireRescale(call, rescale);
  requirePrecision(call, precision);
}
