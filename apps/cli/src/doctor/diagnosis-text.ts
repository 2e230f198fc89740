import { table } from "../table.ts";
import type { Diagnosis } from "./diagnose.ts";

/** A diagnosis for reading. */
export function diagnosisText({ versions, machine, backends, tests }: Diagnosis): string {
  const rows = [
    ...Object.entries(versions),
    ["machine", `${machine.platform}, ${machine.processor}, ${machine.memoryGiB} GiB`],
    ["threads", String(machine.threads)],
  ] as [string, string][];
  const backendRows = backends.map(({ name, available, used, detail }) => [
    used ? `* ${name}` : `  ${name}`,
    available ? "available" : "missing",
    detail,
  ]);
  const testRows = tests.map(({ name, passed, detail }) => [passed ? "pass" : "FAIL", name, detail]);
  return [table(rows), `backends (* is used)\n${table(backendRows)}`, `self-tests\n${table(testRows)}`].join(
    "\n",
  );
}
