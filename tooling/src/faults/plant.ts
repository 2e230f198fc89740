import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commit } from "../new/changes.ts";
import type { Fault } from "./faults.ts";

/** What a check did about a fault: `seen` when it failed and said why. */
type Verdict = "seen" | "unnoticed" | "other message";

export interface Seen {
  readonly verdict: Verdict;
  readonly output: string;
}

/** Plants a fault, runs the step that has to find it, and takes the fault out again. */
export function plant(workspace: string, { step, edits, says }: Fault): Seen {
  const changes = Object.entries(edits).map(([path, edit]): [string, string] => {
    const file = join(workspace, path);
    return [path, edit(existsSync(file) ? readFileSync(file, "utf8") : "")];
  });
  let seen: Seen | undefined;
  const restore = new Error("restore");
  try {
    commit(workspace, new Map(changes), () => {
      const { status, output } = runCheck(workspace, step);
      const verdict = status === 0 ? "unnoticed" : says.test(output) ? "seen" : "other message";
      seen = { verdict, output };
      throw restore;
    });
  } catch (error) {
    if (error !== restore || seen === undefined) throw error;
  }
  return seen as Seen;
}

/** Runs one step of `pnpm check`. */
export function runCheck(workspace: string, step: string) {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/tsx", ["tooling/src/check.ts", step], {
    cwd: workspace,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  return { status, output: `${stdout}\n${stderr}` };
}
