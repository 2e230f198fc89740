import type { Command } from "../command.ts";
import type { ExecutionOptions } from "../runs/run-options.ts";

/** `onsager resume`: goes on with a run. */
export const resume: Command = {
  name: "resume",
  summary: "go on with an interrupted run, or run again what failed",
  examples: [["onsager resume runs/staircase", "runs what is missing, then figures and report"]],
  async define(program, io, act) {
    const { executionOptions } = await import("../runs/run-options.ts");
    const { execute } = await import("../runs/execute.ts");
    const { resumedPlan } = await import("../runs/resumed-plan.ts");
    program.argument("<directory>", "a run directory");
    executionOptions(program).action(
      act(async (directory: string, options: ExecutionOptions) => {
        const { code, outputs } = await execute(resumedPlan(directory), directory, options, io);
        if (outputs)
          io.out(
            options.json
              ? `${JSON.stringify({ kind: "report", path: outputs.report })}\n`
              : `report: ${outputs.report}\n`,
          );
        return code;
      }),
    );
  },
};
