export { compactRun } from "./compact-run.ts";
export type {
  Executor,
  Handle,
  ProgressEvent,
  SubmitOptions,
  TaskEvent,
  TrialEvent,
} from "./executors/executor.ts";
export * from "./executors/index.ts";
export {
  type ReadRunOptions,
  type RunRecord,
  readRun,
  type TrialFailure,
  type TrialRow,
} from "./read-run.ts";
export { type RunOptions, runPlan, type Summary } from "./run-plan.ts";
export { runTable } from "./run-table.ts";
export type { Ledger } from "./store/ledger.ts";
export type { Manifest } from "./store/manifest.ts";
export type { ArrayFile, FailureRecord, RowRecord, TrialRecord } from "./store/records.ts";
export type { Disagreement } from "./store/run-contents.ts";
export type { Refusal } from "./store/run-directory.ts";
export type { RecordEntry } from "./store/segments.ts";
export { writeDurably } from "./store/write-durably.ts";
export type { Plan, Point } from "./tasks/plan.ts";
export { expandPlan, type Task } from "./tasks/task.ts";
export { loadTrial, type Outcome, type Trial, type TrialSource } from "./trials/load-trial.ts";
export type { Row, Value } from "./trials/row.ts";
