import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "./check/steps.ts";
import { copyWorkspace } from "./faults/copy.ts";
import { type Fault, faults } from "./faults/faults.ts";
import { plant, runCheck } from "./faults/plant.ts";
import { root } from "./workspace.ts";

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "onsager-faults-"));
process.on("SIGINT", () => process.exit(130));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

console.log("copying and installing the workspace");
copyWorkspace(root, folder);

line("check", "fault", "seen to fail");
for (const { name } of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  prove(
    name,
    faults.filter(({ step }) => step === name),
  );
}

/** A check that fails on the workspace as it is proves nothing by failing on a fault. */
function prove(step: string, planted: readonly Fault[]): void {
  const { status, output } = runCheck(folder, step);
  line(step, "none", status === 0 ? "no" : "YES: fails without a fault");
  if (status !== 0) fail(output);
  for (const fault of planted) {
    const { verdict, output } = plant(folder, fault);
    line(step, fault.name, verdict === "seen" ? "yes" : `NO: ${verdict}`);
    if (verdict !== "seen") fail(output);
  }
}

function fail(output: string): void {
  console.error(output.slice(-3000));
  process.exitCode = 1;
}

function line(step: string, fault: string, seen: string): void {
  console.log(`${step.padEnd(12)}${fault.padEnd(66)}${seen}`);
}
