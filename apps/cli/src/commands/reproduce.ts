import type { Command } from "../command.ts";
import type { ReproduceOptions } from "../runs/reproduce-target.ts";

/** `onsager reproduce`: the figures and claims of papers, from one command. */
export const reproduce: Command = {
  name: "reproduce",
  summary: "run experiments, check their claims, draw their figures, write a report",
  examples: [
    ["onsager reproduce 4", "all of paper 4 at size small, in runs/"],
    ["onsager reproduce bbp --size medium", "one experiment, larger"],
    ["onsager reproduce all --seed 2 --out seed-2", "everything, with other random numbers"],
  ],
  async define(program, io, act) {
    const { executionOptions } = await import("../runs/run-options.ts");
    const { reproduceTarget } = await import("../runs/reproduce-target.ts");
    program.argument("[target]", "a paper (1 to 4), an experiment, or all; default: all papers");
    program
      .option("--size <size>", "small, medium or paper", "small")
      .option("--seed <seed>", "seed of all random numbers", "1")
      .option("--out <folder>", "where runs are written, each in a folder of its name", "runs")
      .option("--fresh", "move earlier runs aside and start anew");
    executionOptions(program).action(
      act((target: string | undefined, options: ReproduceOptions) => reproduceTarget(target, options, io)),
    );
  },
};
