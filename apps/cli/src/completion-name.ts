/** The command by which a shell gets its completion script. */
export const completionName = "completion";

/** Whether a command line asks for completions: the script, or what a shell asks while a user types. */
export function asksForCompletion(args: readonly string[]): boolean {
  return args[0] === completionName || args[0] === "complete";
}
