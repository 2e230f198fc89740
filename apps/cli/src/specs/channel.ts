import {
  abs,
  type Channel,
  door,
  linear,
  logistic,
  type MultiIndexChannel,
  noisyFunction,
  poisson,
  probit,
  product,
  quantised,
  relu,
  sign,
  signProduct,
  squaredNorm,
} from "@onsager/amp";
import { UsageError } from "../usage-error.ts";
import { given } from "./optional.ts";
import { fromSpec, type SpecMember } from "./spec.ts";

/** A channel that waits for the variance of its noise; undefined: without noise, or its own default. */
export type NoisyChannel<C> = (variance: number | undefined) => C;

/** Channels with noise of a variance that the option `--noise` says. */
type Noisy = (options: { readonly variance?: number }) => Channel;

function noisy(name: string, make: Noisy): SpecMember<NoisyChannel<Channel>> {
  return { name, parameters: {}, make: () => (variance) => make(given({ variance })) };
}

function noiseless(name: string, make: () => Channel): SpecMember<NoisyChannel<Channel>> {
  return { name, parameters: {}, make: () => refusing(name, make) };
}

function refusing<C>(name: string, make: () => C): NoisyChannel<C> {
  return (variance) => {
    if (variance !== undefined) throw new UsageError(`channel ${name} has no noise, got noise ${variance}`);
    return make();
  };
}

/** The channels of the command line, of one projection. */
export const channelSpecs: readonly SpecMember<NoisyChannel<Channel>>[] = [
  noisy("linear", linear),
  noisy("sign", sign),
  noisy("abs", abs),
  noisy("relu", relu),
  {
    name: "door",
    parameters: { threshold: "label 1 where |z| exceeds it, else -1" },
    make: (v) => (variance) => door(given({ threshold: v.number("threshold"), variance })),
  },
  noisy("probit", probit),
  noiseless("logistic", logistic),
  noiseless("poisson", poisson),
  {
    name: "quantised",
    parameters: { edges: "between the cells, as edges=-1;0;1" },
    make: (v) => (variance) => quantised(given({ edges: v.list("edges"), variance })),
  },
  {
    name: "square",
    parameters: {},
    make: () => (variance) => {
      if (variance === undefined) throw new UsageError("channel square must have noise, as --noise 0.1");
      return noisyFunction({ name: "square", apply: (z) => z * z, variance, even: true });
    },
  },
];

/** The channels of several projections. */
export const multiIndexChannelSpecs: readonly SpecMember<NoisyChannel<MultiIndexChannel>>[] = [
  { name: "sign-product", parameters: {}, make: () => refusing("sign-product", signProduct) },
  { name: "product", parameters: {}, make: () => refusing("product", product) },
  {
    name: "squared-norm",
    parameters: { rank: "number of projections" },
    make: (v) => (variance) => squaredNorm({ rank: v.required("rank"), ...given({ variance }) }),
  },
];

/**
 * The channel that a text names, as `door:threshold=0.8`, with noise.
 *
 * @param text - `name` or `name:key=value,...`
 * @param noise - variance; undefined: none
 * @throws UsageError for an unknown name or key, or noise for a channel without; RangeError for a value out of its range
 */
export function parseChannel(text: string, noise?: number): Channel {
  return fromSpec("channel", channelSpecs, text)(noise);
}

/** Likewise, of one projection or of several. */
export function parseAnyChannel(text: string, noise?: number): Channel | MultiIndexChannel {
  return fromSpec<NoisyChannel<Channel | MultiIndexChannel>>(
    "channel",
    [...channelSpecs, ...multiIndexChannelSpecs],
    text,
  )(noise);
}
