import { diskError, isDiskError } from "../store/disk-error.ts";
import { openRecordWriter } from "../store/record-writer.ts";
import type { TrialRecord } from "../store/records.ts";
import { cellsOfRecord, toRowRecord } from "../store/row-record.ts";
import type { RecordEntry } from "../store/segments.ts";
import type { Plan } from "../tasks/plan.ts";
import { taskAt } from "../tasks/task.ts";
import type { Outcome } from "../trials/load-trial.ts";
import { type TrialError, trialError } from "../trials/trial-error.ts";
import { createEnding, type Ending } from "./ending.ts";
import { createEventLog, type EventLog } from "./event-log.ts";
import type { SubmitOptions } from "./executor.ts";
import { openTasks } from "./open-tasks.ts";
import { createBoard, type TaskBoard } from "./task-board.ts";

/** What the threads of this process have to do for a run, and the record of what they did. */
export interface Session {
  /** Name of its segment. */
  readonly name: string;
  /** The tasks, as positions in the plan. */
  readonly board: TaskBoard;
  /** What happens. */
  readonly events: EventLog;
  /** Its end: complete when nothing is left to do. */
  readonly ending: Ending;
  /** Whether a task has a result or failed for good. */
  isSettled(task: number): boolean;
  /** Records the result of a task. */
  finished(task: number, outcome: Outcome, worker: string, backend: string | undefined): void;
  /** Records a failed try, after which the task waits for the next one or has failed. */
  failed(task: number, error: TrialError, worker: string): void;
  /** Looks at what other processes have recorded. */
  refresh(): void;
  /** Brings the records to the disk and ends the events. */
  close(): void;
}

/**
 * A session of `workers` threads.
 *
 * @param executor - name of the executor
 */
export function openSession(plan: Plan, options: SubmitOptions, executor: string, workers: number): Session {
  const { directory, ledger, retries } = options;
  const board = createBoard(workers, openTasks(ledger));
  const events = createEventLog(plan);
  const ending = createEnding(board.close);
  const breakOff = (error: Error): void => ending.end("broken", diskError(error, directory, ledger.done));
  const writer = openRecordWriter(directory, plan, executor, breakOff);
  const attempts = new Map<number, number>();
  const givenUp = new Set<number>();

  const isSettled = (task: number): boolean => ledger.isDone(task) || givenUp.has(task);
  const endIfComplete = (): void => {
    if (ledger.done + givenUp.size >= ledger.total) ending.end("complete");
  };
  /** Whether a record was written; a disk that takes none ends the session. */
  const recorded = (make: () => TrialRecord): boolean => {
    if (ending.error !== undefined) return false;
    try {
      writer.append(make());
      return true;
    } catch (error) {
      if (!isDiskError(error)) throw error;
      breakOff(error);
      return false;
    }
  };
  const countFailure = (task: number, error: TrialError, worker: string): void => {
    const attempt = (attempts.get(task) ?? 0) + 1;
    const final = attempt > retries;
    if (!recorded(() => ({ kind: "failure", key: taskAt(plan, task).key, attempt, final, ...error }))) return;
    attempts.set(task, attempt);
    events.ended(final ? "failed" : "retried", task, worker, error);
    if (final) givenUp.add(task);
    else board.add(task);
    endIfComplete();
  };
  const failed = (task: number, error: TrialError, worker: string): void => {
    if (isSettled(task)) events.ended("abandoned", task, worker);
    else countFailure(task, error, worker);
  };
  const countResult = (task: number, outcome: Outcome, worker: string): void => {
    givenUp.delete(task);
    if (ledger.note(task)) events.ended("finished", task, worker, outcome);
    else events.ended("abandoned", task, worker);
    endIfComplete();
  };
  const finished = (task: number, outcome: Outcome, worker: string, backend: string | undefined): void => {
    try {
      const record = (): TrialRecord => toRowRecord(directory, taskAt(plan, task).key, outcome, backend);
      if (recorded(record)) countResult(task, outcome, worker);
    } catch (error) {
      failed(task, trialError(error), worker);
    }
  };
  const learn = ({ writer: worker, record }: RecordEntry): void => {
    const { key } = record;
    const task = ledger.positionOf(key)!;
    if (record.kind === "row") {
      givenUp.delete(task);
      events.elsewhere({
        kind: "finished",
        key,
        worker,
        seconds: record.seconds,
        row: cellsOfRecord(record),
      });
    } else if (record.final && !givenUp.has(task)) {
      givenUp.add(task);
      events.elsewhere({ kind: "failed", key, worker, error: record.error });
    }
  };
  const refresh = (): void => {
    try {
      writer.requireThere();
      const news = ledger.refresh(writer.name);
      for (const entry of news) learn(entry);
      if (news.length > 0) board.withdraw(isSettled);
      endIfComplete();
    } catch (error) {
      ending.end("broken", error as Error);
    }
  };
  endIfComplete();
  return {
    name: writer.name,
    board,
    events,
    ending,
    isSettled,
    finished,
    failed,
    refresh,
    close: () => {
      try {
        writer.close();
      } catch (error) {
        breakOff(error as Error);
      }
      events.close(ending.error);
    },
  };
}
