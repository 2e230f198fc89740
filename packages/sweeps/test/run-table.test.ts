import { readFileSync } from "node:fs";
import { readParquet } from "@onsager/datasets";
import { expect, test } from "vitest";
import { compactRun, inline, type Plan, readRun, runPlan, runTable } from "../src/index.ts";
import { newDirectory } from "./helpers/directory.ts";
import { planOf } from "./helpers/plan.ts";

async function finished(plan: Plan): Promise<string> {
  const directory = newDirectory();
  await runPlan(plan, { directory, executor: inline() });
  return directory;
}

test("a row a trial, in the order of the plan: point, replicate, result, and what else is known", async () => {
  const { rows, columns } = runTable(readRun(await finished(planOf({ backend: "backend" }))));
  expect(rows).toBe(6);
  expect(Object.keys(columns)).toEqual([
    "count",
    "replicate",
    "mean",
    "positive",
    "path",
    "seconds",
    "backend",
    "writer",
  ]);
  expect(columns.count).toEqual(Float64Array.of(1, 1, 2, 2, 3, 3));
  expect(columns.replicate).toEqual(Float64Array.of(0, 1, 0, 1, 0, 1));
});

test("names that are taken get a prefix, values of several kinds become text, missing ones are null", () => {
  const row = { key: "", seconds: 1, writer: "w", replicate: 0 };
  const { columns } = runTable({
    rows: [
      { ...row, point: { alpha: 1, replicate: 5 }, result: { alpha: 2, seconds: 3, value: 0.5, none: null } },
      { ...row, point: { alpha: 1 }, result: { value: "none", extra: true, none: null } },
    ],
  });
  expect(columns).toEqual({
    alpha: Float64Array.of(1, 1),
    replicate: [5, null],
    "trial.replicate": Float64Array.of(0, 0),
    "result.alpha": [2, null],
    seconds: [3, null],
    value: ["0.5", "none"],
    none: [null, null],
    extra: [null, true],
    "trial.seconds": Float64Array.of(1, 1),
    writer: ["w", "w"],
  });
});

test("a compacted run is a Parquet file of that table", async () => {
  const directory = await finished(planOf({ export: "arrays", points: [{ length: 3 }], replicates: 4 }));
  const path = compactRun(directory);
  expect(path).toBe(`${directory}/compact/results.parquet`);
  const table = await readParquet(readFileSync(path));
  expect(table).toEqual(runTable(readRun(directory)));
  expect(table.columns.arrays![0]).toMatch(/^arrays\/[0-9a-f]{16}-[0-9a-f]{8}\.npz$/);
});

test("a run without results is not compacted", async () => {
  const directory = newDirectory();
  await runPlan(planOf(), { directory, signal: AbortSignal.abort() });
  expect(() => compactRun(directory)).toThrow("compactRun: run must have results, got none");
});
