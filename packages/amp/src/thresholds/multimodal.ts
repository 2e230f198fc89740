import { rejectKind } from "../argument-checks.ts";
import type { SharedFactorSpec } from "../models.ts";
import type { Prior } from "../prior.ts";
import { requirePrior } from "../state-evolution/options.ts";
import { priorsOf } from "../state-evolution/priors-of.ts";
import { requireSharedFactorSpec } from "../state-evolution/shared-factor-coupling.ts";

/** A matrix of u and v and a tensor of u, x and y, in the units of u: N_1 = N_u, unit second moments. */
export interface Multimodal {
  /** u, v, x, y by their names in the spec. */
  readonly names: readonly [string, string, string, string];
  /** alpha_v, alpha_x, alpha_y. */
  readonly ratios: readonly [number, number, number];
  readonly matrix: ScaledChannel;
  readonly tensor: ScaledChannel;
}

/** A channel in the units of u. */
export interface ScaledChannel {
  readonly variance: number;
  /** The variance in the spec's units over that in these. */
  readonly unit: number;
}

/** Takes a multi-modal model apart; TypeError for any other. */
export function multimodalOf(
  call: string,
  spec: SharedFactorSpec,
  priors?: Prior | Readonly<Record<string, Prior>>,
): Multimodal {
  requireSharedFactorSpec(call, spec);
  const { channels, ratios } = spec;
  const matrix = channels.find(({ factors }) => factors.length === 2);
  const tensor = channels.find(({ factors }) => factors.length === 3);
  const u = matrix?.factors.find((name) => tensor?.factors.includes(name));
  const v = matrix?.factors.find((name) => !tensor?.factors.includes(name));
  const [x, y] = tensor?.factors.filter((name) => name !== u) ?? [];
  if (channels.length !== 2 || !matrix || !tensor || !u || !v || !x || !y)
    rejectKind(call, "spec.channels", "be a matrix and a 3-tensor that share one factor", channels);
  const names = [u, v, x, y] as const;
  const moments = secondMoments(call, spec, priors);
  const scaled = ({ factors, variance }: SharedFactorSpec["channels"][number]): ScaledChannel => {
    const signal = factors.reduce((product, name) => product * moments[name]!, 1);
    const unit = signal * ratios[u]! ** (factors.length - 1);
    return { variance: variance / unit, unit };
  };
  const ratio = (name: string): number => ratios[name]! / ratios[u]!;
  return {
    names,
    ratios: [ratio(v), ratio(x), ratio(y)],
    matrix: scaled(matrix),
    tensor: scaled(tensor),
  };
}

function secondMoments(
  call: string,
  { ratios }: SharedFactorSpec,
  priors: Prior | Readonly<Record<string, Prior>> | undefined,
): Readonly<Record<string, number>> {
  const names = Object.keys(ratios);
  if (priors === undefined) return Object.fromEntries(names.map((name) => [name, 1]));
  const moments = priorsOf(call, names, priors).map((prior, a) => {
    requirePrior(call, `the prior of ${names[a]}`, prior);
    return [names[a]!, prior.secondMoment] as const;
  });
  return Object.fromEntries(moments);
}

/** kappa = Dt/sqrt(alpha_x alpha_y): x and y appear where the overlap of u exceeds it. */
export function tensorBarrier({ ratios: [, x, y], tensor }: Multimodal): number {
  return tensor.variance / Math.sqrt(x * y);
}
