import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stream } from "@onsager/random";
import { expect, test } from "vitest";
import { type Executor, inline, type RunOptions, readRun, runPlan, type TrialEvent } from "../src/index.ts";
import { newDirectory } from "./helpers/directory.ts";
import { gather } from "./helpers/events.ts";
import { planOf } from "./helpers/plan.ts";

test("a run that is done runs nothing and writes nothing", async () => {
  const directory = newDirectory();
  await runPlan(planOf(), { directory, executor: inline() });
  const { onEvent, byKey } = gather();
  const summary = await runPlan(planOf(), { directory, executor: inline(), onEvent });
  expect(summary).toMatchObject({ status: "done", done: 6 });
  expect(byKey()).toEqual({});
  expect(readdirSync(join(directory, "segments"))).toHaveLength(1);
});

test("a run that is interrupted before it begins runs nothing", async () => {
  const options = { directory: newDirectory(), executor: inline(), signal: AbortSignal.abort() };
  expect(await runPlan(planOf(), options)).toMatchObject({ status: "interrupted", done: 0, total: 6 });
  expect(readRun(options.directory).missing).toHaveLength(6);
});

test("values that JSON cannot hold come back as they were", async () => {
  const directory = newDirectory();
  const points = Array.from({ length: 6 }, (_, i) => ({ case: i }));
  await runPlan(planOf({ export: "awkward", points, replicates: 1 }), { directory, executor: inline() });
  const values = readRun(directory).rows.map(({ result }) => [result.value, result.text, result.none]);
  expect(values).toEqual([
    [Number.NaN, "NaN", null],
    [Number.POSITIVE_INFINITY, "'NaN", null],
    [Number.NEGATIVE_INFINITY, "-Infinity", null],
    [-0, "-0", null],
    [5e-324, 'line\n"quoted" \u2028 é', null],
    [0.1, "", null],
  ]);
});

test.each([
  ["nothing", "the result of a trial must be a record of values, got undefined"],
  ["list", "the result of a trial must be a record of values, got Array"],
  ["nested", "result.inner must be a number, a string, a boolean, null or a Float64Array, got Object"],
  ["promise", "result.later must be a number, a string, a boolean, null or a Float64Array, got Promise"],
  ["missing", "result.value must be a number, a string, a boolean, null or a Float64Array, got undefined"],
  ["name", "hold names that stay inside of a folder"],
])("a result of the kind %s fails its trial, with the reason", async (kind, message) => {
  const directory = newDirectory();
  const plan = planOf({ export: "odd", points: [{ kind }], replicates: 1 });
  expect((await runPlan(plan, { directory, executor: inline(), retries: 0 })).status).toBe("failed");
  expect(readRun(directory).failures[0]!.error).toContain(message);
});

test("an executor is told once more to stop when whoever listens throws", async () => {
  const { onEvent, byKey } = gather();
  const options: RunOptions = {
    directory: newDirectory(),
    executor: inline(),
    onEvent: (event) => {
      onEvent(event);
      if (event.kind === "finished") throw new Error("enough");
    },
  };
  await expect(runPlan(planOf({ export: "timed" }), options)).rejects.toThrow("enough");
  expect(Object.keys(byKey()).length).toBeLessThan(6);
  expect((await runPlan(planOf({ export: "timed" }), { ...options, onEvent: () => {} })).status).toBe("done");
});

test("two runs in one directory at once share the work", async () => {
  const directory = newDirectory();
  const plan = planOf({ export: "timed", points: [{ ms: 6 }], replicates: 300 });
  const [a, b] = [gather(), gather()];
  const both = [a, b].map(({ onEvent }) => runPlan(plan, { directory, executor: inline(), onEvent }));
  for (const { status, done } of await Promise.all(both)) expect([status, done]).toEqual(["done", 300]);
  const { rows, disagreements } = readRun(directory);
  expect(disagreements).toEqual([]);
  for (const { key, result } of rows) expect(result).toEqual({ value: stream(7).split(key).normal() });
  const finished = a.all.filter((event): event is TrialEvent => event.kind === "finished");
  expect(new Set(finished.map(({ key }) => key)).size).toBe(300);
  expect(finished.filter(({ worker }) => worker !== "inline").length).toBeGreaterThan(20);
});

test("a directory that is moved while it is in use ends the run", async () => {
  const directory = newDirectory();
  const plan = planOf({ export: "timed", points: [{ ms: 30 }], replicates: 1000 });
  let moved = false;
  const onEvent = ({ kind }: { kind: string }): void => {
    if (kind !== "finished" || moved) return;
    moved = true;
    renameSync(directory, `${directory}.moved`);
  };
  const run = runPlan(plan, { directory, executor: inline(), onEvent });
  await expect(run).rejects.toThrow("run directory must stay in its place while it is in use");
});

test("results that cannot be written end the run, and those that were are safe", async () => {
  const directory = newDirectory();
  const plan = planOf({ export: "arrays", points: [{ length: 3 }], replicates: 20 });
  const { onEvent, byKey } = gather();
  const broken: RunOptions = {
    directory,
    executor: inline(),
    onEvent: (event) => {
      onEvent(event);
      if (event.kind !== "finished" || existsSync(join(directory, "kept"))) return;
      renameSync(join(directory, "arrays"), join(directory, "kept"));
      writeFileSync(join(directory, "arrays"), "");
    },
  };
  const run = runPlan(plan, broken);
  await expect(run).rejects.toThrow(
    /^runPlan: disk must take the results, got ENOTDIR.*; the \d+ results in .* safe/,
  );
  rmSync(join(directory, "arrays"));
  renameSync(join(directory, "kept"), join(directory, "arrays"));
  const keys = Object.keys(byKey()).filter((key) => byKey()[key]!.includes("finished"));
  expect(
    readRun(directory)
      .rows.map(({ key }) => key)
      .sort(),
  ).toEqual(keys.sort());
  expect((await runPlan(plan, { directory, executor: inline() })).status).toBe("done");
});

test("any executor will do: it is given what is open, and its events are passed on", async () => {
  const calls: string[] = [];
  const executor: Executor = {
    name: "paper",
    submit: async (plan, { directory, ledger, retries }) => {
      calls.push(`submit ${plan.name}, ${ledger.total - ledger.done} open, ${retries} retries`);
      return { executor: "paper", directory, id: "job 1" };
    },
    async *events({ id }) {
      calls.push(`events of ${id}`);
      yield { kind: "started", key: "a" };
      yield { kind: "finished", key: "a" };
    },
    cancel: async ({ id }) => void calls.push(`cancel ${id}`),
  };
  const { all, onEvent } = gather();
  const summary = await runPlan(planOf(), { directory: newDirectory(), executor, onEvent });
  expect(summary).toMatchObject({ status: "interrupted", done: 1 });
  expect(calls).toEqual(["submit means, 6 open, 2 retries", "events of job 1", "cancel job 1"]);
  expect(all.map(({ kind }) => kind)).toEqual(["progress", "started", "finished", "progress"]);
});

test.each([
  [{ directory: "" }, "runPlan: directory must be a path"],
  [{ retries: -1 }, "runPlan: retries must be an integer from 0 to 100, got -1"],
  [{ onEvent: 3 }, "runPlan: onEvent must be a function, got 3"],
])("refuses %j", async (change, message) => {
  const options = { directory: newDirectory(), executor: inline(), ...change } as RunOptions;
  await expect(runPlan(planOf(), options)).rejects.toThrow(message);
});
