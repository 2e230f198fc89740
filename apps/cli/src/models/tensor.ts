import type { Model } from "./model.ts";
import { integerOf, positiveOf, priorOption, priorsOf, priorTexts } from "./options.ts";
import { symmetricPrediction, symmetricTransition, transitionThresholds } from "./symmetric.ts";

/** A symmetric tensor of order p. */
export const tensor: Model = {
  name: "tensor",
  summary: "spiked symmetric tensor of order p",
  options: [
    priorOption,
    { flags: "--order <p>", description: "order of the tensor, at least 3", fallback: "3" },
    { flags: "--delta <variance>", description: "noise variance D; without it the thresholds in D alone" },
  ],
  example: "tensor --order 3 --delta 0.2",
  predict(options) {
    const prior = priorsOf(options, ["x"]).x!;
    const delta = positiveOf(options, "delta");
    const order = integerOf(options, "order", [3, 64])!;
    const spec = { channels: [{ order, variance: delta ?? 1 }] };
    return {
      parameters: { ...priorTexts(options, []), order, ...(delta === undefined ? {} : { delta }) },
      branches: delta === undefined ? {} : symmetricPrediction(spec, prior),
      thresholds: transitionThresholds(symmetricTransition(spec, prior)),
    };
  },
};
