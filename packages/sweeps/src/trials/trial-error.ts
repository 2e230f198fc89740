/** Most lines of a stack that are kept. */
const FRAMES = 6;

/** What a trial threw, as text. */
export interface TrialError {
  /** Kind and message, such as `RangeError: alpha must be positive`. */
  readonly error: string;
  /** Where it was thrown, innermost first. */
  readonly stack?: string;
}

/** The text of anything that can be thrown. */
export function trialError(thrown: unknown): TrialError {
  if (!(thrown instanceof Error)) return { error: String(thrown) };
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const stack = frames.slice(0, FRAMES).map((line) => line.trim());
  return {
    error: `${thrown.name}: ${thrown.message}`,
    ...(stack.length > 0 ? { stack: stack.join("\n") } : {}),
  };
}
