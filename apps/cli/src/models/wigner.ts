import { symmetricGain } from "@onsager/amp";
import { threshold } from "./branches.ts";
import type { Model } from "./model.ts";
import { positiveOf, priorOption, priorsOf, priorTexts } from "./options.ts";
import { symmetricPrediction, symmetricTransition, transitionThresholds } from "./symmetric.ts";

/** Y = sqrt(D) Z + x x^T/sqrt(N). */
export const wigner: Model = {
  name: "wigner",
  summary: "spiked Wigner matrix, Y = sqrt(D) Z + x x^T/sqrt(N)",
  options: [
    priorOption,
    { flags: "--delta <variance>", description: "noise variance D; without it the thresholds in D alone" },
  ],
  example: "wigner --prior sparse-rademacher:rho=0.05 --delta 1.2",
  predict(options) {
    const prior = priorsOf(options, ["x"]).x!;
    const delta = positiveOf(options, "delta");
    const spec = { channels: [{ order: 2, variance: delta ?? 1 }] };
    const weakRecovery = threshold(symmetricGain({ channels: [{ order: 2, variance: 1 }] }, prior));
    return {
      parameters: { ...priorTexts(options, []), ...(delta === undefined ? {} : { delta }) },
      branches: delta === undefined ? {} : symmetricPrediction(spec, prior),
      thresholds: { weakRecovery, ...transitionThresholds(symmetricTransition(spec, prior)) },
    };
  },
};
