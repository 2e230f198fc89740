/** Prints what a check found, one line a problem, and sets the exit status of the process. */
export function report(check: string, problems: readonly string[], summary: string): void {
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) {
    console.log(`${check}: ${summary}`);
  } else {
    console.error(`${check}: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
    process.exitCode = 1;
  }
}
