import type { Plan } from "../tasks/plan.ts";
import { taskAt } from "../tasks/task.ts";
import { attempt } from "../trials/attempt.ts";
import { loadTrial } from "../trials/load-trial.ts";
import { createBreath } from "./breath.ts";
import type { Executor } from "./executor.ts";
import { localExecutor } from "./local-executor.ts";
import type { Session } from "./session.ts";
import { settle } from "./settle.ts";

/** Time between two looks at what other processes have recorded. */
const REFRESH_MS = 1000;

const name = "inline";

async function run(session: Session, plan: Plan): Promise<void> {
  const trial = await loadTrial(plan);
  const breath = createBreath();
  const { board } = session;
  let looked = performance.now();
  for (let task = board.claim(0); task >= 0; task = board.claim(0)) {
    session.events.started(task, name);
    settle(session, { task, ...attempt(trial, taskAt(plan, task)) }, name, trial.backend);
    if (performance.now() - looked > REFRESH_MS) {
      session.refresh();
      looked = performance.now();
    }
    board.vacate(0);
    if (breath.isDue()) await breath.take();
  }
}

/**
 * Runs trials one after the other in this thread.
 *
 * For short runs and for debugging. It can be interrupted between trials only, and a trial that ends the process ends the run.
 *
 * @returns the executor
 */
export function inline(): Executor {
  return localExecutor(name, () => 1, run);
}
