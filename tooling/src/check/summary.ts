/** How many tests, or checks, ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Outcome extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** The parts of Vitest's JSON report that say how many tests ended in which way. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/**
 * The counts of a step that ended. A step without tests counts as one; a run of tests that fails though no test
 * does (too little coverage, a file that does not load, no report) counts one failure.
 */
export function countsOf(succeeded: boolean, tests: boolean, report: TestReport | undefined): Counts {
  if (!tests) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed: !succeeded && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A table with a line for each step, and the last line `N passed, N failed, N skipped`. */
export function summary(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map((outcome) => {
    const result = outcome.failed === 0 ? "ok" : "FAILED";
    return `  ${outcome.name.padEnd(12)}${result.padEnd(8)}${outcome.seconds.toFixed(1).padStart(7)} s   ${counted(outcome)}`;
  });
  return [...lines, "", counted(total(outcomes))].join("\n");
}

function total(outcomes: readonly Counts[]): Counts {
  const sum = (count: (outcome: Counts) => number) =>
    outcomes.reduce((all, outcome) => all + count(outcome), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
}

function counted({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
