import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";

/** `onsager status`: how far a run is. */
export const status: Command = {
  name: "status",
  summary: "how far a run is, and what failed",
  examples: [["onsager status runs/staircase", "also while it runs"]],
  async define(program, io, act) {
    const { statusOf, statusText } = await import("../runs/status.ts");
    program
      .argument("<directory>", "a run directory")
      .option("--json", "one JSON object on standard output")
      .action(
        act((directory: string, { json }: { readonly json?: true }) => {
          const found = statusOf(directory);
          io.out(json ? `${JSON.stringify(found)}\n` : statusText(found));
          return exitCode.done;
        }),
      );
  },
};
