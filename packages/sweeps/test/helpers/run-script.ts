import { writeSync } from "node:fs";
import { inline, runPlan, type TaskEvent, workers } from "../../src/index.ts";
import type { RunRequest } from "./run-process.ts";

const { plan, directory, workers: count } = JSON.parse(process.argv[2]!) as RunRequest;
const executor = count === undefined ? inline() : workers({ count });
const onEvent = (event: TaskEvent): void => {
  if (event.kind === "finished") writeSync(1, `${event.worker}: ${event.key}\n`);
};
const { status } = await runPlan(plan, { directory, executor, onEvent });
writeSync(1, `${status}\n`);
