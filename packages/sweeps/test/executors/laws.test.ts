import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { inline, readRun, runPlan, workers } from "../../src/index.ts";
import { newDirectory, temporaryFolder } from "../helpers/directory.ts";
import { gather } from "../helpers/events.ts";
import { planOf } from "../helpers/plan.ts";
import { results } from "../helpers/rows.ts";

const executors = [
  ["inline", () => inline()],
  ["workers", (count: number) => workers({ count })],
] as const;

describe.each(executors)("the executor %s", (name, make) => {
  test("runs each trial once, with the stream of its key, and tells so", async () => {
    const directory = newDirectory();
    const { onEvent, byKey, all } = gather();
    const plan = planOf({ export: "means", backend: "backend" });
    const executor = make(2);
    expect(executor.name).toBe(name);
    const summary = await runPlan(plan, { directory, executor, onEvent });
    expect(summary).toMatchObject({ status: "done", done: 6, total: 6, failed: 0, directory });
    const { rows } = readRun(directory);
    for (const { key, point, result, backend } of rows) {
      const random = stream(7).split(key);
      let sum = 0;
      for (let i = 0; i < Number(point.count); i++) sum += random.normal();
      expect(result).toEqual({ mean: sum / Number(point.count), positive: sum > 0, path: key });
      expect(backend).toBe("wasm relaxed SIMD");
      expect(byKey()[key]).toEqual(["started", "finished"]);
    }
    expect(all.at(0)).toMatchObject({ kind: "progress", done: 0, total: 6 });
    expect(all.at(-1)).toMatchObject({ kind: "progress", done: 6, total: 6, failed: 0, secondsLeft: 0 });
  });

  test("keeps arrays, numbers and texts exactly", async () => {
    const directory = newDirectory();
    const plan = planOf({ export: "arrays", points: [{ length: 5 }], replicates: 1 });
    await runPlan(plan, { directory, executor: make(1) });
    const [row] = readRun(directory).rows;
    const spectrum = new Float64Array(5);
    stream(7).split(row!.key).fillNormal(spectrum);
    expect(row!.result).toEqual({ first: spectrum[0], spectrum, empty: new Float64Array(0) });
    expect(readRun(directory, { arrays: false }).rows[0]!.result).toEqual({ first: spectrum[0] });
  });

  test("records what a trial throws, tries it again at most twice, and goes on", async () => {
    const directory = newDirectory();
    const log = join(temporaryFolder(), "log");
    writeFileSync(log, "");
    const points = [0.5, 1, 1.5].map((alpha) => ({ alpha, log }));
    const plan = planOf({ export: "failing", points, replicates: 1 });
    const { onEvent, byKey } = gather();
    const executor = make(1);
    expect(await runPlan(plan, { directory, executor, onEvent })).toMatchObject({
      status: "failed",
      done: 2,
      failed: 1,
    });
    const { failures, rows, missing } = readRun(directory);
    expect([rows.length, missing]).toEqual([2, []]);
    expect(failures).toMatchObject([
      { point: points[2], attempts: 3, error: "RangeError: alpha must be at most 1, got 1.5" },
    ]);
    expect(failures[0]!.stack).toContain("trials.ts");
    expect(byKey()[failures[0]!.key]).toEqual([
      "started",
      "retried",
      "started",
      "retried",
      "started",
      "failed",
    ]);
    expect(readFileSync(log, "utf8").trim().split("\n").sort()).toEqual(["0.5", "1", "1.5", "1.5", "1.5"]);
    expect(await runPlan(plan, { directory, executor, retries: 0 })).toMatchObject({
      status: "failed",
      done: 2,
    });
    expect(readRun(directory).failures).toMatchObject([{ attempts: 4 }]);
  });

  test("is interrupted, and goes on where it was", async () => {
    const [directory, whole] = [newDirectory(), newDirectory()];
    const plan = planOf({ export: "timed", points: [{ ms: 20 }], replicates: 40 });
    const abort = new AbortController();
    const { onEvent, byKey } = gather();
    const interrupted = await runPlan(plan, {
      directory,
      executor: make(2),
      signal: abort.signal,
      onEvent: (event) => {
        onEvent(event);
        if (event.kind === "finished") abort.abort();
      },
    });
    expect(interrupted.status).toBe("interrupted");
    expect(interrupted.done).toBeGreaterThan(0);
    expect(interrupted.done).toBeLessThan(40);
    expect(readRun(directory).rows).toHaveLength(interrupted.done);
    for (const [first, last] of Object.values(byKey())) {
      expect(first).toBe("started");
      expect(["finished", "abandoned"]).toContain(last);
    }
    expect((await runPlan(plan, { directory, executor: inline() })).status).toBe("done");
    await runPlan(plan, { directory: whole, executor: inline() });
    expect(results(directory)).toEqual(results(whole));
  });

  test("says which module it cannot import", async () => {
    const directory = newDirectory();
    const run = runPlan(planOf({ module: "/nowhere/trials.mjs" }), { directory, executor: make(1) });
    await expect(run).rejects.toThrow("/nowhere/trials.mjs");
    const other = runPlan(planOf({ export: "nothing" }), { directory: newDirectory(), executor: make(1) });
    await expect(other).rejects.toThrow("run of export nothing");
  });
});
