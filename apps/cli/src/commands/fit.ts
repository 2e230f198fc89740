import type { Command } from "../command.ts";
import type { FitCommandOptions } from "../fit/fit-command.ts";

/** `onsager fit`: scaling laws of a learning curve of one's own. */
export const fit: Command = {
  name: "fit",
  summary: "power laws with intervals for a learning curve of your own",
  examples: [
    [
      "onsager fit curve.csv --x n --y error --by seed",
      "all laws, the best first, with bootstrap intervals over seeds",
    ],
    [
      "onsager fit curve.csv --x n --y error --law power-law --at 1e6 --out fit",
      "one law, extrapolated, with its figure",
    ],
  ],
  async define(program, io, act) {
    const { fitCommand } = await import("../fit/fit-command.ts");
    const collect = (value: string, all: string[] = []): string[] => [...all, value];
    program
      .argument("<file>", "a table: .csv or .parquet")
      .requiredOption("--x <column>", "sizes")
      .requiredOption("--y <column>", "what was measured")
      .option("--by <column>", "which seed a row belongs to; whole seeds are drawn by the bootstrap")
      .option("--law <name>", "a law, repeatable; default all", collect)
      .option("--at <list>", "sizes at which to evaluate the laws, separated by commas")
      .option("--linear", "fit y itself instead of its logarithm")
      .option("--confidence <probability>", "of the intervals", "0.95")
      .option("--samples <count>", "bootstrap samples", "999")
      .option("--seed <seed>", "of the bootstrap", "1")
      .option("--out <folder>", "where to write fit.json and the figure")
      .option("--json", "one JSON object on standard output")
      .action(act((file: string, options: FitCommandOptions) => fitCommand(file, options, io)));
  },
};
