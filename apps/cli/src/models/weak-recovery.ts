import { type Channel, glmWeakRecovery, type MultiIndexChannel, multiIndexWeakRecovery } from "@onsager/amp";
import { parseAnyChannel } from "../specs/channel.ts";
import { threshold } from "./branches.ts";
import type { Model } from "./model.ts";
import { positiveOf } from "./options.ts";

/** From how many samples on directions are found at all. */
export const weakRecovery: Model = {
  name: "weak-recovery",
  summary: "samples per dimension from which on a label says anything of its directions",
  options: [
    {
      flags: "--channel <channel>",
      description: "of one projection, or sign-product, product, squared-norm:rank=p",
      fallback: "abs",
    },
    { flags: "--noise <variance>", description: "variance of the noise in the channel; default none" },
  ],
  example: "weak-recovery --channel door:threshold=0.5",
  predict(options) {
    const noise = positiveOf(options, "noise");
    const channel = parseAnyChannel(options.channel!, noise);
    const alpha = isMultiIndex(channel) ? multiIndexWeakRecovery(channel) : glmWeakRecovery(channel);
    return {
      parameters: { channel: options.channel, ...(noise && { noise }) },
      branches: {},
      thresholds: { weakRecovery: threshold(alpha) },
    };
  },
};

function isMultiIndex(channel: Channel | MultiIndexChannel): channel is MultiIndexChannel {
  return "rank" in channel;
}
