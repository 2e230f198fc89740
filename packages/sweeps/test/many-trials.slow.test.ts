import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { compactRun, readRun, runPlan, workers } from "../src/index.ts";
import { newDirectory } from "./helpers/directory.ts";
import { planOf } from "./helpers/plan.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Megabytes in use. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test("memory does not grow with the results of 100,000 trials", async () => {
  const directory = newDirectory();
  const points = Array.from({ length: 1000 }, (_, i) => ({ count: 1, scale: i }));
  const plan = planOf({ points, replicates: 100 });
  const used: number[] = [];
  let finished = 0;
  const executor = workers({ count: 2 });
  const onEvent = ({ kind }: { kind: string }): void => {
    if (kind === "finished" && ++finished % 20_000 === 0) used.push(heap());
  };
  expect(await runPlan(plan, { directory, executor, onEvent })).toMatchObject({
    status: "done",
    done: 100_000,
  });
  expect(used).toHaveLength(5);
  // The rows of 80,000 trials would be 40 MB or more.
  expect(used.at(-1)! - used[0]!).toBeLessThan(8);
  expect(readRun(directory)).toMatchObject({ rows: { length: 100_000 }, missing: [], torn: 0 });
  expect(compactRun(directory)).toContain("results.parquet");
  expect((await runPlan(plan, { directory })).done).toBe(100_000);
});
