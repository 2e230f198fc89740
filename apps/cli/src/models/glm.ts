import {
  type Channel,
  type GlmTransitions,
  glmStateEvolution,
  glmTransitions,
  glmWeakRecovery,
  type Prior,
  type StateEvolution,
} from "@onsager/amp";
import { parseChannel } from "../specs/channel.ts";
import { branchOf, threshold } from "./branches.ts";
import type { Model, PredictedBranch } from "./model.ts";
import { positiveOf, priorOption, priorsOf, priorTexts } from "./options.ts";

/** y = channel(F w), F of alpha N rows with entries of variance 1/N. */
export const glm: Model = {
  name: "glm",
  summary: "generalised linear model, y = channel(F w)",
  options: [
    priorOption,
    {
      flags: "--channel <channel>",
      description: "name[:key=value], such as sign or door:threshold=0.8",
      fallback: "linear",
    },
    { flags: "--noise <variance>", description: "variance of the noise in the channel; default none" },
    {
      flags: "--alpha <ratio>",
      description: "samples per dimension; without it the thresholds in alpha alone",
    },
  ],
  example: "glm --channel sign --prior rademacher --alpha 1.3",
  predict(options) {
    const prior = priorsOf(options, ["w"]).w!;
    const noise = positiveOf(options, "noise");
    const channel = parseChannel(options.channel!, noise);
    const alpha = positiveOf(options, "alpha");
    const point = { ...(noise && { noise }), ...(alpha && { alpha }) };
    return {
      parameters: { ...priorTexts(options, []), channel: options.channel, ...point },
      branches: alpha === undefined ? {} : branches(alpha, channel, prior),
      thresholds: thresholds(channel, prior),
    };
  },
};

function branches(
  ratio: number,
  channel: Channel,
  prior: Prior,
): Record<"uninformed" | "informed", PredictedBranch> {
  const withError = (evolution: StateEvolution): PredictedBranch => ({
    ...branchOf(evolution),
    error: prior.secondMoment - evolution.overlaps.w!,
  });
  const at = (start: "uninformed" | "informed"): PredictedBranch =>
    withError(glmStateEvolution({ ratio, channel, prior }, { start }));
  return { uninformed: at("uninformed"), informed: at("informed") };
}

function thresholds(channel: Channel, prior: Prior): Record<string, number | null> {
  const { mean, secondMoment } = prior;
  const transitions = glmTransitions({ channel, prior });
  const ratioAt = (point: keyof GlmTransitions): number | null => threshold(transitions?.[point]?.ratio);
  return {
    weakRecovery: mean === 0 ? threshold(glmWeakRecovery(channel, { secondMoment })) : 0,
    uninformedSpinodal: ratioAt("uninformedSpinodal"),
    informationTheoretic: ratioAt("informationTheoretic"),
    informedSpinodal: ratioAt("informedSpinodal"),
  };
}
