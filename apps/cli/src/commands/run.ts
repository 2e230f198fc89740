import type { Command } from "../command.ts";
import type { RunOptions } from "../runs/run-command.ts";

/** `onsager run`: one experiment with points of one's own. */
export const run: Command = {
  name: "run",
  summary: "run an experiment at points of your own, or as a configuration file says",
  examples: [
    ["onsager run bbp --set dimension=800 --grid strength=0.5:2:0.1 --replicates 8", "a finer grid"],
    ["onsager run phase-diagram --size medium --workers 4 --out diagram", "a larger size"],
    ["onsager run config.yaml --dry-run", "what a configuration would run, and how long"],
  ],
  async define(program, io, act) {
    const { executionOptions } = await import("../runs/run-options.ts");
    const { runCommand } = await import("../runs/run-command.ts");
    const collect = (value: string, all: string[] = []): string[] => [...all, value];
    program
      .argument("<experiment>", "name of an experiment, or a configuration file (.yaml, .yml, .json)")
      .option("--size <size>", "points to start from: small, medium or paper (default small)")
      .option("--set <key=value>", "a parameter for all points; repeatable", collect)
      .option(
        "--grid <key=a:b:step>",
        "values of a parameter, key=a:b:step or key=v1,v2; repeatable",
        collect,
      )
      .option("--replicates <count>", "trials at each point")
      .option("--seed <seed>", "seed of all random numbers (default 1)")
      .option("--out <folder>", "the run directory (default runs/EXPERIMENT)")
      .option("--fresh", "move an earlier run aside and start anew")
      .option("--dry-run", "only say what would run: trials, time, memory");
    executionOptions(program).action(
      act((experiment: string, options: RunOptions) => runCommand(experiment, options, io)),
    );
  },
};
