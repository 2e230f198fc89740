import type { TaskEvent, TrialEvent } from "../../src/index.ts";

/** Events of a run, gathered. */
export interface Gathered {
  readonly all: TaskEvent[];
  readonly onEvent: (event: TaskEvent) => void;
  /** The kinds of the events of each trial, in their order. */
  byKey(): Readonly<Record<string, readonly string[]>>;
}

function isTrialEvent(event: TaskEvent): event is TrialEvent {
  return event.kind !== "progress";
}

/** Gathers events. */
export function gather(): Gathered {
  const all: TaskEvent[] = [];
  return {
    all,
    onEvent: (event) => all.push(event),
    byKey: () => {
      const kinds: Record<string, string[]> = {};
      for (const { key, kind } of all.filter(isTrialEvent)) kinds[key] = [...(kinds[key] ?? []), kind];
      return kinds;
    },
  };
}
