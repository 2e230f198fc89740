import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inline, type Plan, readRun, runPlan } from "../../src/index.ts";
import { checkedLine } from "../../src/store/checked-line.ts";
import { identityHash } from "../../src/store/identity.ts";
import { newDirectory } from "../helpers/directory.ts";
import { planOf } from "../helpers/plan.ts";
import { results } from "../helpers/rows.ts";

/** A finished run and its only segment. */
async function finished(plan: Plan = planOf()): Promise<{ directory: string; segment: string }> {
  const directory = newDirectory();
  await runPlan(plan, { directory, executor: inline() });
  const [name] = readdirSync(join(directory, "segments"));
  return { directory, segment: join(directory, "segments", name!) };
}

test("a segment has its writer's line, then a line a trial", async () => {
  const { directory, segment } = await finished(planOf({ about: { version: "1.0.0" } }));
  const lines = readFileSync(segment, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(segment).toMatch(new RegExp(`/[^/]+-${process.pid}-[0-9a-f]{8}\\.jsonl$`));
  expect(lines.map(({ kind }) => kind)).toEqual(["opened", "row", "row", "row", "row", "row", "row"]);
  expect(lines[0]).toMatchObject({ executor: "inline", pid: process.pid, about: { version: "1.0.0" } });
  expect(lines[0].plan).toBe(readRun(directory).manifest.hash);
});

test("a record that is torn anywhere is found and its trial run again", async () => {
  const { directory, segment } = await finished();
  const whole = results(directory);
  const text = readFileSync(segment);
  for (const cut of [1, 2, 30, 60]) {
    writeFileSync(segment, text.subarray(0, text.length - cut));
    const { rows, missing, torn } = readRun(directory);
    expect([rows.length, missing.length, torn]).toEqual([5, 1, 1]);
    expect((await runPlan(planOf(), { directory, executor: inline() })).status).toBe("done");
    expect(results(directory)).toEqual(whole);
    for (const name of readdirSync(join(directory, "segments")))
      if (!segment.endsWith(name)) rmSync(join(directory, "segments", name));
  }
});

test("a changed byte costs one record, a line that is glued to a torn one both, an empty line nothing", async () => {
  const { directory, segment } = await finished();
  const text = readFileSync(segment, "utf8");
  const lines = text.split("\n");
  writeFileSync(segment, text.replace(lines[2]!, lines[2]!.replace("mean", "mode")));
  expect(readRun(directory)).toMatchObject({ torn: 1, missing: { length: 1 } });
  writeFileSync(segment, text.replace(`${lines[2]!}\n`, lines[2]!.slice(0, 40)));
  expect(readRun(directory)).toMatchObject({ torn: 1, missing: { length: 2 } });
  writeFileSync(segment, text.replaceAll("\n", "\n\n"));
  expect(readRun(directory)).toMatchObject({ torn: 0, missing: [] });
  truncateSync(segment, 0);
  expect(readRun(directory)).toMatchObject({ torn: 0, missing: { length: 6 } });
});

test("a segment of another plan is passed over, one without a whole first line is torn", async () => {
  const { directory, segment } = await finished();
  const [first, ...rest] = readFileSync(segment, "utf8").split("\n");
  const other = checkedLine({ kind: "opened", plan: identityHash(planOf({ seed: 8 })) });
  writeFileSync(segment, other + rest.join("\n"));
  expect(readRun(directory)).toMatchObject({ torn: 0, rows: [] });
  writeFileSync(segment, `${first!.slice(0, 50)}\n${rest.join("\n")}`);
  expect(readRun(directory)).toMatchObject({ torn: 7, rows: [] });
});

test("a record whose arrays are not there, or not as they were, is torn, and its trial run again", async () => {
  const plan = planOf({ export: "arrays", points: [{ length: 5 }], replicates: 2 });
  const { directory } = await finished(plan);
  const whole = results(directory);
  const [first, second] = readRun(directory).rows.map(({ arrays }) => join(directory, arrays!));
  truncateSync(first!, 100);
  rmSync(second!);
  expect(readRun(directory)).toMatchObject({ torn: 2, rows: [] });
  expect((await runPlan(plan, { directory, executor: inline() })).status).toBe("done");
  expect(results(directory)).toEqual(whole);
});

test("of two results the first is kept, and if they differ that is said", async () => {
  const { directory, segment } = await finished();
  const [opened, row] = readFileSync(segment, "utf8").split("\n");
  const { kind, key, row: values, seconds } = JSON.parse(row!);
  const second = join(directory, "segments", "zz-1-00000000.jsonl");
  writeFileSync(second, `${opened}\n`);
  appendFileSync(second, checkedLine({ kind, key, row: values, seconds: 2 * seconds }));
  expect(readRun(directory).disagreements).toEqual([]);
  const before = results(directory);
  appendFileSync(second, checkedLine({ kind, key, row: { ...values, mean: "NaN" }, seconds }));
  const { disagreements } = readRun(directory);
  const writers = [segment, second].map((path) => path.split("/").at(-1)!.replace(".jsonl", ""));
  expect(disagreements).toEqual([{ key, writers, columns: ["mean"] }]);
  expect(results(directory)).toEqual(before);
});

test("the record of a trial that the plan has not is passed over", async () => {
  const { directory, segment } = await finished();
  appendFileSync(segment, checkedLine({ kind: "row", key: "{}/0", row: {}, seconds: 0 }));
  expect(readRun(directory).rows).toHaveLength(6);
  expect((await runPlan(planOf(), { directory, executor: inline() })).done).toBe(6);
});
