import type { Command as Program } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** Wraps an action, what a command does with its arguments and options, so that its exit code reaches the process. */
export type Act = <A extends unknown[]>(
  action: (...values: A) => ExitCode | Promise<ExitCode>,
) => (...values: A) => Promise<void>;

/** One command of `onsager`, a file of `commands/`. */
export interface Command {
  /** The word after `onsager`. */
  readonly name: string;
  /** One line for `onsager --help`. */
  readonly summary: string;
  /** Command lines with what they do, shown by `--help`. */
  readonly examples: readonly (readonly [commandLine: string, what: string])[];
  /**
   * Declares arguments, options and the action; called for the command of the command line alone. What is heavy is imported in here
   * or in the action, so that no other command waits for it.
   *
   * @param program - commander's command of that name
   * @param io - where to write
   * @param act - wraps the action, so that its exit code reaches the process
   */
  define(program: Program, io: Io, act: Act): void | Promise<void>;
}
