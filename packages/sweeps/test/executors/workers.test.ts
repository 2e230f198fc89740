import { expect, test } from "vitest";
import { readRun, runPlan, workers } from "../../src/index.ts";
import { newDirectory } from "../helpers/directory.ts";
import { gather } from "../helpers/events.ts";
import { planOf } from "../helpers/plan.ts";

test("a worker that dies is replaced, the trial it was at counts as tried, and no other is lost", async () => {
  const directory = newDirectory();
  const living = Array.from({ length: 20 }, (_, i) => ({ how: "not", i }));
  const points = [{ how: "exit", i: 0 }, { how: "memory", i: 0 }, ...living];
  const plan = planOf({ export: "dying", points, replicates: 1 });
  const executor = workers({ count: 1, heapLimit: 32 });
  const { onEvent, byKey } = gather();
  const summary = await runPlan(plan, { directory, executor, retries: 0, onEvent });
  const { rows, failures } = readRun(directory);
  expect(summary).toMatchObject({ status: "failed", done: 20, failed: 2 });
  expect(rows.map(({ point }) => point)).toEqual(living);
  expect(failures.map(({ point, error }) => [point.how, error])).toEqual([
    ["exit", "worker ended with exit code 3"],
    ["memory", expect.stringContaining("memory limit")],
  ]);
  expect(byKey()[failures[0]!.key]).toEqual(["started", "failed"]);
});

test("trials run in threads with kernels of one thread each, and relaxed SIMD", async () => {
  const directory = newDirectory();
  const plan = planOf({ export: "place", points: [{}], replicates: 2 });
  await runPlan(plan, { directory, executor: workers({ count: 1 }) });
  for (const { result } of readRun(directory).rows)
    expect(result).toEqual({ main: false, threads: "1", relaxed: true });
});

test("a trial in flight that does not end is abandoned when the run is interrupted", async () => {
  const directory = newDirectory();
  const plan = planOf({ export: "endless", points: [{}], replicates: 1 });
  const { onEvent, byKey } = gather();
  const abort = new AbortController();
  const summary = await runPlan(plan, {
    directory,
    executor: workers(),
    signal: abort.signal,
    onEvent: (event) => {
      onEvent(event);
      if (event.kind === "started") abort.abort();
    },
  });
  expect(summary).toMatchObject({ status: "interrupted", done: 0, failed: 0 });
  expect(Object.values(byKey())).toEqual([["started", "abandoned"]]);
});

test.each([
  [{ count: 0 }, "workers: count must be an integer from 1 to 1024, got 0"],
  [{ count: Number.NaN }, "count must be an integer"],
  [{ heapLimit: 1 }, "heapLimit must be an integer from 16"],
])("refuses %j", (options, message) => {
  expect(() => workers(options)).toThrow(message);
});
