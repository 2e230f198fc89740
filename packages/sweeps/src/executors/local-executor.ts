import type { Plan } from "../tasks/plan.ts";
import type { Executor, Handle, TrialEvent } from "./executor.ts";
import { openSession, type Session } from "./session.ts";

/** Runs the tasks of a session until it is over; resolves when nothing of it runs any more. */
export type Runner = (session: Session, plan: Plan) => Promise<void>;

interface Running {
  readonly session: Session;
  readonly stopped: Promise<void>;
}

async function toTheEnd(session: Session, plan: Plan, run: Runner): Promise<void> {
  try {
    await run(session, plan);
  } catch (error) {
    session.ending.end("broken", error as Error);
  } finally {
    session.close();
  }
}

/**
 * An executor whose trials run in this process.
 *
 * @param threads - most threads that claim tasks, for so many open tasks
 */
export function localExecutor(name: string, threads: (tasks: number) => number, run: Runner): Executor {
  const sessions = new Map<string, Running>();

  async function* events({ id }: Handle): AsyncGenerator<TrialEvent> {
    const running = sessions.get(id);
    if (running === undefined) return;
    yield* running.session.events;
    await running.stopped;
    sessions.delete(id);
  }
  return {
    name,
    submit: async (plan, options) => {
      const open = options.ledger.total - options.ledger.done;
      const session = openSession(plan, options, name, threads(open));
      sessions.set(session.name, { session, stopped: toTheEnd(session, plan, run) });
      return { executor: name, directory: options.directory, id: session.name };
    },
    events,
    cancel: async ({ id }) => {
      const running = sessions.get(id);
      running?.session.ending.end("cancelled");
      await running?.stopped;
      sessions.delete(id);
    },
  };
}
