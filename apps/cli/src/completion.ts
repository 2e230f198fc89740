import tab from "@bomb.sh/tab/commander";
import type { Command as Program } from "commander";
import { completionName } from "./completion-name.ts";

/**
 * Adds the commands `completion SHELL` and, hidden, `complete -- WORDS`, with names of experiments where commands take one.
 *
 * @param program - with all commands and options defined
 */
export async function addCompletion(program: Program): Promise<void> {
  const { experiments } = await import("@onsager/experiments");
  const completion = tab(program, { completionCommandName: completionName });
  for (const command of ["run", "reproduce"]) {
    const [argument] = completion.commands.get(command)?.arguments.values() ?? [];
    if (argument === undefined) continue;
    argument.handler = (complete) => {
      for (const { name, title } of experiments) complete(name, title);
    };
  }
}
