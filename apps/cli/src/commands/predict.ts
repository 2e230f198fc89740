import type { Command as Program } from "commander";
import type { Act, Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Model } from "../models/model.ts";
import { predictionText } from "../prediction-text.ts";

/** `onsager predict MODEL`: the theory alone. */
export const predict: Command = {
  name: "predict",
  summary: "the theory of a model, without simulation",
  examples: [
    [
      "onsager predict multimodal --delta-matrix 0.6 --delta-tensor 0.2",
      "branches and thresholds of paper 4's model",
    ],
    ["onsager predict glm --channel sign --prior rademacher", "the thresholds of the binary perceptron"],
    ["onsager predict tensor --order 4 --json", "one JSON object on standard output"],
  ],
  async define(program, io, act) {
    const { models } = await import("../models/index.ts");
    program.usage("<model> [options]").showSuggestionAfterError();
    for (const model of models) defineModel(program, model, io, act);
  },
};

type Options = Readonly<Record<string, string | undefined>> & { readonly json?: true };

function defineModel(program: Program, model: Model, io: Io, act: Act): void {
  const command = program.command(model.name).description(model.summary);
  for (const { flags, description, fallback } of model.options) command.option(flags, description, fallback);
  command
    .option("--json", "one JSON object on standard output")
    .addHelpText("after", `\nExample:\n  $ onsager predict ${model.example}`)
    .action(
      act(({ json, ...options }: Options) => {
        const prediction = { model: model.name, ...model.predict(options) };
        io.out(json ? `${JSON.stringify(prediction)}\n` : predictionText(prediction));
        return exitCode.done;
      }),
    );
}
