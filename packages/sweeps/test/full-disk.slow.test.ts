import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inline, readRun, runPlan } from "../src/index.ts";
import { newDirectory, temporaryFolder } from "./helpers/directory.ts";
import { planOf } from "./helpers/plan.ts";
import { results } from "./helpers/rows.ts";
import { startRun } from "./helpers/run-process.ts";

const plans = {
  rows: planOf({ points: [{ count: 3 }, { count: 4 }], replicates: 1000 }),
  arrays: planOf({ export: "arrays", points: [{ length: 40 }, { length: 41 }], replicates: 100 }),
};

function shell(command: string): boolean {
  return spawnSync("bash", ["-c", command]).status === 0;
}

function mount(folder: string, size: string): boolean {
  return shell(`mount -t tmpfs -o size=${size} tmpfs "${folder}"`);
}

function unmount(folder: string): void {
  shell(`umount "${folder}"`);
}

/** Whether this process may mount file systems, as root of a Linux may. */
function mayMount(): boolean {
  if (process.platform !== "linux") return false;
  const folder = mkdtempSync(join(tmpdir(), "onsager-mount-"));
  const may = mount(folder, "64k");
  if (may) unmount(folder);
  rmdirSync(folder);
  return may;
}

/** A file system of 256 kB. */
function smallDisk(): string {
  const folder = temporaryFolder();
  mount(folder, "256k");
  onTestFinished(() => unmount(folder));
  return folder;
}

test.runIf(mayMount()).each(Object.entries(plans))(
  "a disk that is full of %s is reported, loses nothing, and the run goes on when there is room",
  async (_, plan) => {
    const [directory, whole] = [join(smallDisk(), "run"), newDirectory()];
    await runPlan(plan, { directory: whole, executor: inline() });
    const finished: string[] = [];
    const onEvent = (event: { kind: string; key?: string }): void => {
      if (event.kind === "finished") finished.push(event.key!);
    };
    const run = runPlan(plan, { directory, executor: inline(), onEvent });
    await expect(run).rejects.toThrow(
      /^runPlan: disk must have room for the results, got ENOSPC.* \d+ results/,
    );
    const now = readRun(directory);
    expect(new Set(now.rows.map(({ key }) => key))).toEqual(new Set(finished));
    expect(now.rows.length).toBeGreaterThan(20);
    expect(now.torn).toBe(0);
    await expect(runPlan(plan, { directory, executor: inline() })).rejects.toThrow("ENOSPC");
    expect(readRun(directory).rows.length).toBe(now.rows.length);

    const disk = join(directory, "..");
    expect(shell(`mount -o remount,size=8m "${disk}"`)).toBe(true);
    expect(statfsSync(disk).bavail).toBeGreaterThan(0);
    expect((await runPlan(plan, { directory, executor: inline() })).status).toBe("done");
    expect(results(directory)).toEqual(results(whole));
  },
);

test("a file that may not grow is reported and loses nothing", async () => {
  const directory = newDirectory();
  const { plan, limit } = { plan: plans.rows, limit: "ulimit -f 16" };
  const run = startRun({ plan, directory }, limit);
  const { code, output } = await run.ended;
  expect(code).toBe(1);
  expect(output).toMatch(/disk must have room for the results, got EFBIG/);
  const now = readRun(directory);
  expect(now.rows.map(({ key }) => key).sort()).toEqual([...run.finished()].sort());
  expect(now.torn).toBe(0);
  expect((await runPlan(plan, { directory, executor: inline() })).status).toBe("done");
});
