import type { TriedTask } from "./serve-trials.ts";
import type { Session } from "./session.ts";

/** Records how a task went. */
export function settle(
  session: Session,
  { task, outcome, failure }: TriedTask,
  worker: string,
  backend: string | undefined,
): void {
  if (outcome !== undefined) session.finished(task, outcome, worker, backend);
  else session.failed(task, failure!, worker);
}
