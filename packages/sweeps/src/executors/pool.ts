import { setTimeout as delay } from "node:timers/promises";
import type { Plan } from "../tasks/plan.ts";
import { moduleUrl } from "../trials/module-url.ts";
import type { Outlook } from "./ending.ts";
import { type PoolThread, startThread } from "./pool-thread.ts";
import type { WorkerMessage } from "./serve-trials.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";

/** Time between two looks at which tasks the workers are at. */
const WATCH_MS = 100;
/** Looks at the workers to one look at what other processes have recorded. */
const REFRESH_TICKS = 10;
/** Time that trials in flight have to end, by the reason why the session is over; then their threads are ended. */
const GRACE_MS: Readonly<Record<Outlook, number>> = { complete: 100, cancelled: 1500, broken: 100 };
/** Time that a thread has to end when it is told to. */
const TERMINATION_MS = 200;

/** A place of the pool, in which one thread follows another that died. */
interface Seat {
  readonly worker: number;
  readonly name: string;
  thread: PoolThread;
  ready: boolean;
  backend: string | undefined;
}

/** Runs the tasks of a session on as many threads as its board has workers. */
export async function runPool(session: Session, plan: Plan, heapLimit: number | undefined): Promise<void> {
  const { board, ending } = session;
  const local = { ...plan, module: moduleUrl(plan.module) };
  const seats = new Map<number, Seat>();
  let allGone = (): void => {};
  const gone = new Promise<void>((resolve) => {
    allGone = resolve;
  });

  const receive = (seat: Seat, message: WorkerMessage): void => {
    if (message.kind === "ready") {
      seat.ready = true;
      seat.backend = message.backend;
    } else if (message.kind === "unusable") {
      ending.end("broken", unusable(plan, message.error));
    } else {
      board.read(seat.worker);
      for (const tried of message.tried) settle(session, tried, seat.name, seat.backend);
    }
  };
  const leave = (seat: Seat, reason: string): void => {
    seats.delete(seat.worker);
    if (ending.reason === undefined) {
      if (seat.ready) replace(seat, reason);
      else ending.end("broken", unusable(plan, reason));
    }
    if (seats.size === 0) allGone();
  };
  const replace = ({ worker, name }: Seat, reason: string): void => {
    const tasks = board.hand(worker).filter((task) => !session.isSettled(task));
    board.vacate(worker);
    const last = tasks.pop();
    for (const task of tasks) board.add(task);
    if (last !== undefined) session.failed(last, { error: reason }, name);
    if (ending.reason === undefined) start(worker);
  };
  const start = (worker: number): void => {
    const data = { plan: local, worker, words: board.words };
    const listener = {
      message: (message: WorkerMessage) => receive(seat, message),
      exit: (reason: string) => leave(seat, reason),
    };
    const thread = startThread(data, heapLimit, listener);
    const seat: Seat = { worker, name: `worker ${worker + 1}`, thread, ready: false, backend: undefined };
    seats.set(worker, seat);
  };
  const inFlight = (): (readonly [task: number, worker: string])[] => {
    const tasks = [...seats.values()].map(
      ({ worker, name }) => [board.hand(worker).at(-1) ?? -1, name] as const,
    );
    return tasks.filter(([task]) => task >= 0 && !session.isSettled(task));
  };
  const stop = async (reason: Outlook): Promise<void> => {
    await atMost(GRACE_MS[reason], gone);
    const left = inFlight();
    for (const { thread } of seats.values()) thread.terminate();
    await atMost(TERMINATION_MS, gone);
    for (const { thread } of seats.values()) thread.leave();
    for (const [task, worker] of left)
      if (!session.isSettled(task)) session.events.ended("abandoned", task, worker);
  };

  for (let worker = 0; worker < board.workers; worker++) start(worker);
  const stopWatching = watch(session, () => {
    for (const [task, worker] of inFlight()) session.events.started(task, worker);
  });
  const reason = await ending.reached;
  stopWatching();
  await stop(reason);
}

/** Waits for something, but not for long, and does not keep the process alive for that. */
async function atMost(milliseconds: number, something: Promise<void>): Promise<void> {
  await Promise.race([something, delay(milliseconds, undefined, { ref: false })]);
}

/** Looks at the workers, and now and then at other processes, until it is told to stop. */
function watch(session: Session, look: () => void): () => void {
  let ticks = 0;
  const timer = setInterval(() => {
    look();
    if (++ticks % REFRESH_TICKS === 0) session.refresh();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

function unusable(plan: Plan, reason: string): Error {
  return new Error(`workers: plan.module must be importable by a worker, got ${plan.module}: ${reason}`);
}
