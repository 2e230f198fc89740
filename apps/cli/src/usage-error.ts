/** A wrong use of the command line: shown as one line, without a stack, and the process ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Whether an error says that a user's input is wrong: ours, or the range and type errors of the packages. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof RangeError || error instanceof TypeError;
}
