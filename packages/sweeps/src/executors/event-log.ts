import type { Plan } from "../tasks/plan.ts";
import { taskAt } from "../tasks/task.ts";
import { createChannel } from "./channel.ts";
import type { TrialEvent } from "./executor.ts";

/** The events of a session, in which whatever ends was started before. */
export interface EventLog extends AsyncIterable<TrialEvent> {
  /** Tells that a worker is at a task, unless that was told. */
  started(task: number, worker: string): void;
  /** Tells how a task ended that a worker of this process was at. */
  ended(kind: TrialEvent["kind"], task: number, worker: string, rest?: Partial<TrialEvent>): void;
  /** Tells how a task ended elsewhere. */
  elsewhere(event: TrialEvent): void;
  /** Ends the events. */
  close(error?: Error): void;
}

/** The events of a session that begins. */
export function createEventLog(plan: Plan): EventLog {
  const channel = createChannel<TrialEvent>();
  const inFlight = new Set<number>();
  const tell = (
    kind: TrialEvent["kind"],
    task: number,
    worker: string,
    rest: Partial<TrialEvent> = {},
  ): void => channel.push({ kind, key: taskAt(plan, task).key, worker, ...rest });
  const started = (task: number, worker: string): void => {
    if (inFlight.has(task)) return;
    inFlight.add(task);
    tell("started", task, worker);
  };
  return {
    started,
    ended: (kind, task, worker, rest) => {
      started(task, worker);
      inFlight.delete(task);
      tell(kind, task, worker, rest);
    },
    elsewhere: channel.push,
    close: channel.end,
    [Symbol.asyncIterator]: () => channel[Symbol.asyncIterator](),
  };
}
