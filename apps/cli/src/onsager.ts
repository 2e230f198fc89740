import { CommanderError, Command as Program } from "commander";
import type { Act, Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { asksForCompletion, completionName } from "./completion-name.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { isUsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/**
 * Runs one command line.
 *
 * @param args - the words after `onsager`
 * @param io - where to write, and the signal that interrupts
 * @returns the exit code of the process: 0 done, 1 a trial failed or a claim does not hold, 2 wrong usage, 3 interrupted
 */
export async function onsager(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  const act: Act =
    (action) =>
    async (...values) => {
      code = await action(...values);
    };
  const program = main(io);
  try {
    const completing = asksForCompletion(args);
    for (const command of commands) {
      const added = add(program, command);
      if (completing || args.includes(command.name)) await command.define(added, io, act);
    }
    if (completing) await (await import("./completion.ts")).addCompletion(program);
    else
      program
        .command(`${completionName} <shell>`)
        .description("completion script for bash, zsh, fish or powershell");
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return ended(error, io);
  }
}

function main(io: Io): Program {
  return new Program("onsager")
    .description(
      "High-dimensional statistics of learning: phase diagrams and scaling studies with their theory.",
    )
    .version(version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError("(onsager --help lists the commands)")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
}

/** The command with its help; its options come with `define`. */
function add(program: Program, { name, summary, examples }: Command): Program {
  const command = program.command(name).description(summary);
  command.showHelpAfterError(`(onsager ${name} --help shows its options)`);
  if (examples.length > 0) command.addHelpText("after", exampleText(examples));
  return command;
}

function exampleText(examples: Command["examples"]): string {
  return `\nExamples:\n${examples.map(([line, what]) => `  $ ${line}\n      ${what}`).join("\n")}`;
}

/** The exit code after an exception: help and version are no failures, wrong input is a line, anything else shows its stack. */
function ended(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  if (io.signal.aborted) return exitCode.interrupted;
  const { red } = io.colours;
  if (isUsageError(error)) {
    io.err(`${red("error:")} ${error.message}\n`);
    return exitCode.usage;
  }
  io.err(`${red("error:")} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCode.failed;
}
