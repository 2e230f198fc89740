import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { inline, type RunRecord, readRun, runPlan, workers } from "../src/index.ts";
import { newDirectory } from "./helpers/directory.ts";
import { planOf } from "./helpers/plan.ts";
import { results } from "./helpers/rows.ts";
import { type RunRequest, startRun } from "./helpers/run-process.ts";

const plans = {
  rows: planOf({ export: "timed", points: [{ ms: 3 }, { ms: 5 }], replicates: 400 }),
  arrays: planOf({ export: "arrays", points: [{ length: 7 }, { length: 90 }], replicates: 250 }),
};

/** Runs a plan and kills it some time after so many results; gives the keys of all that it said were recorded. */
async function runAndKill(
  request: RunRequest,
  results: number,
  milliseconds: number,
): Promise<readonly string[]> {
  const run = startRun(request);
  while (run.process.exitCode === null && run.finished().length < results) await delay(2);
  await delay(milliseconds);
  run.process.kill("SIGKILL");
  await run.ended;
  return run.finished();
}

function keysOf({ rows }: RunRecord): string[] {
  return rows.map(({ key }) => key);
}

test.each(Object.entries(plans))(
  "a run of %s that is killed at ten random moments loses nothing and ends as if it had not been",
  async (name, plan) => {
    const [directory, whole] = [newDirectory(), newDirectory()];
    await runPlan(plan, { directory: whole, executor: inline() });
    const random = stream(11).split(name);
    const said = new Set<string>();
    for (let round = 0; round < 10; round++) {
      // Every fifth time before there is a result: while the process starts, or makes the directory.
      const [count, milliseconds] = [round % 5 === 0 ? 0 : random.integer(20), 500 * random.uniform() ** 2];
      const keys = await runAndKill({ plan, directory, workers: 2 }, count, milliseconds);
      for (const key of keys) said.add(key);
      if (!existsSync(join(directory, "segments"))) continue;
      const now = readRun(directory);
      expect([...said].filter((key) => !keysOf(now).includes(key))).toEqual([]);
      expect(now.disagreements).toEqual([]);
    }
    expect(said.size).toBeGreaterThan(20);
    expect(said.size).toBeLessThan(plan.points.length * plan.replicates);
    const { status } = await runPlan(plan, { directory, executor: workers({ count: 2 }) });
    expect(status).toBe("done");
    expect(results(directory)).toEqual(results(whole));
  },
);

test("two processes that begin one run at once share its work, and a third joins after one is killed", async () => {
  const [directory, whole] = [newDirectory(), newDirectory()];
  const plan = planOf({ export: "timed", points: [{ ms: 10 }, { ms: 20 }], replicates: 200 });
  await runPlan(plan, { directory: whole, executor: inline() });
  const [first, second] = [startRun({ plan, directory }), startRun({ plan, directory })];
  while (first.finished().length < 10 || second.finished().length < 10) await delay(5);
  first.process.kill("SIGKILL");
  const third = startRun({ plan, directory });
  const ends = await Promise.all([first.ended, second.ended, third.ended]);
  expect(ends.map(({ code }) => code)).toEqual([null, 0, 0]);
  const run = readRun(directory);
  expect(results(directory)).toEqual(results(whole));
  expect(run.disagreements).toEqual([]);
  const own = [first, second, third].map(({ finished }) => finished().length);
  expect(Math.min(...own)).toBeGreaterThan(0);
  // Each looks at the others' results every second: in between, some trials are run twice.
  expect(own[0]! + own[1]! + own[2]!).toBeLessThan(1.7 * run.rows.length);
});
