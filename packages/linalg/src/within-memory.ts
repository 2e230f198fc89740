/** Runs the kernels for a call; where their memory cannot hold what it needs, the error names the call. */
export function withinMemory<T>(call: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError && error.message.startsWith("linalg: "))) throw error;
    throw new RangeError(error.message.replace("linalg", call), { cause: error });
  }
}
