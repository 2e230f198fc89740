import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Step } from "./steps.ts";
import { countsOf, type Outcome, type TestReport } from "./summary.ts";

/** Runs all commands of a step, also after one that fails. */
export async function runStep(workspace: string, step: Step): Promise<Outcome> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "onsager-check-"));
  const report = join(folder, "tests.json");
  let succeeded = true;
  for (const command of step.commands) {
    succeeded = (await run(workspace, command, report)) && succeeded;
  }
  const counts = countsOf(succeeded, step.tests === true, readReport(report));
  rmSync(folder, { recursive: true, force: true });
  return { name: step.name, seconds: (performance.now() - start) / 1000, ...counts };
}

const running = new Set<ChildProcess>();

/** Ends the commands that are running, with all that they started. */
export function stopAll(signal: NodeJS.Signals): void {
  for (const { pid } of running) {
    if (pid !== undefined) process.kill(-pid, signal);
  }
}

function run(
  workspace: string,
  [program = "", ...args]: readonly string[],
  report: string,
): Promise<boolean> {
  return new Promise((resolve) => {
    // A process group of its own, so that stopping it reaches everything below it.
    const child = spawn(program, args, {
      cwd: workspace,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: environment(workspace, report),
    });
    running.add(child);
    child.on("error", (error) => console.error(`check: ${program} must start, got ${error.message}`));
    child.on("close", (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}

function environment(workspace: string, report: string): NodeJS.ProcessEnv {
  const path = [join(workspace, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ONSAGER_TEST_REPORT: report, TURBO_TELEMETRY_DISABLED: "1" };
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as TestReport;
  } catch {
    return undefined;
  }
}
