import { parentPort, workerData } from "node:worker_threads";
import type { Plan } from "../tasks/plan.ts";
import { taskAt } from "../tasks/task.ts";
import { type Attempt, attempt } from "../trials/attempt.ts";
import { loadTrial, type Trial } from "../trials/load-trial.ts";
import type { Row } from "../trials/row.ts";
import { type TrialError, trialError } from "../trials/trial-error.ts";
import { createBreath } from "./breath.ts";
import { attachBoard, type TaskBoard } from "./task-board.ts";

/** What a worker thread is started with. */
export interface WorkerData {
  readonly plan: Plan;
  /** Number of the worker, from 0. */
  readonly worker: number;
  /** The words of the task board. */
  readonly words: Int32Array<SharedArrayBuffer>;
}

/** How a task went. */
export type TriedTask = Attempt & { readonly task: number };

/** What a worker says: that it has its trial, that it cannot have it, or how tasks went. */
export type WorkerMessage =
  | { readonly kind: "ready"; readonly backend: string | undefined }
  | ({ readonly kind: "unusable" } & TrialError)
  | { readonly kind: "tried"; readonly tried: readonly TriedTask[] };

/** How a task went, with arrays in buffers of their own, which are handed over: of a part of a buffer, all of it would be copied. */
function detached(tried: TriedTask, buffers: ArrayBuffer[]): TriedTask {
  if (tried.outcome === undefined) return tried;
  const own = (value: Row[string]): Row[string] => {
    if (!(value instanceof Float64Array)) return value;
    const copy = Float64Array.from(value);
    buffers.push(copy.buffer);
    return copy;
  };
  const entries = Object.entries(tried.outcome.row).map(([name, value]) => [name, own(value)] as const);
  return { ...tried, outcome: { ...tried.outcome, row: Object.fromEntries(entries) } };
}

function post(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, transfer);
}

/** Results that wait to be sent, those of trials that took less than 10 ms together. */
function createOutbox(board: TaskBoard, worker: number): { put(tried: TriedTask): void; send(): void } {
  let tried: TriedTask[] = [];
  const buffers: ArrayBuffer[] = [];
  return {
    put: (one) => tried.push(detached(one, buffers)),
    send: () => {
      if (tried.length === 0) return;
      post({ kind: "tried", tried }, buffers.splice(0));
      board.sent(worker);
      tried = [];
    },
  };
}

async function work(trial: Trial, { plan, worker, words }: WorkerData): Promise<void> {
  const board = attachBoard(words);
  const breath = createBreath();
  const outbox = createOutbox(board, worker);
  do {
    for (let task = board.claim(worker); task >= 0; task = board.claim(worker)) {
      outbox.put({ task, ...attempt(trial, taskAt(plan, task)) });
      if (!breath.isDue()) continue;
      outbox.send();
      await breath.take();
    }
    outbox.send();
  } while (board.wait(worker));
}

/**
 * Runs the trials of a task board until it is closed: what a thread that the executor `workers` starts does. Not for other use.
 *
 * @returns when the board is closed
 */
export async function serveTrials(): Promise<void> {
  const data = workerData as WorkerData;
  let trial: Trial;
  try {
    trial = await loadTrial(data.plan);
  } catch (error) {
    post({ kind: "unusable", ...trialError(error) });
    return;
  }
  post({ kind: "ready", backend: trial.backend });
  await work(trial, data);
}
