/** What the process says at its end. */
export const exitCode = {
  /** Done. */
  done: 0,
  /** A trial failed or a claim does not hold. */
  failed: 1,
  /** Wrong usage: an unknown option, name or file, or a value out of its range. */
  usage: 2,
  /** Interrupted; the same command resumes. */
  interrupted: 3,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
