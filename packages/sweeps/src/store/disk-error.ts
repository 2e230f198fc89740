/** What a full disk says: no space, no quota, no larger file. */
const full = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Whether an error came from the system, and not from what was to be written. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}

/** The error of a run whose results cannot be written any more. */
export function diskError(error: Error, directory: string, done: number): Error {
  const { code = "" } = error as NodeJS.ErrnoException;
  const rule = full.includes(code) ? "have room for the results" : "take the results";
  const safe = `the ${done} results in ${directory} are safe, and the same run goes on from there`;
  return new Error(`runPlan: disk must ${rule}, got ${error.message}; ${safe}`, { cause: error });
}
