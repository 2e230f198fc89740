import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";

/** `onsager list`: what there is. */
export const list: Command = {
  name: "list",
  summary: "experiments, models, priors, channels, ensembles and laws",
  examples: [
    ["onsager list", "everything"],
    ["onsager list experiments --json", "experiments with parameters and sizes, for scripts"],
  ],
  async define(program, io, act) {
    const { catalogue, catalogueText } = await import("../catalogue.ts");
    program
      .argument("[kind]", "experiments, models, priors, channels, ensembles or laws")
      .option("--json", "one JSON object on standard output")
      .action(
        act((kind: string | undefined, { json }: { readonly json?: true }) => {
          const found = catalogue(kind);
          io.out(json ? `${JSON.stringify(found)}\n` : catalogueText(found));
          return exitCode.done;
        }),
      );
  },
};
