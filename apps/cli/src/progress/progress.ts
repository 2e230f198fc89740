import type { TaskEvent } from "@onsager/sweeps";
import type { Io } from "../io.ts";
import { bar } from "./bar.ts";
import { duration } from "./duration.ts";
import { runningMeans } from "./running-means.ts";

/** Shows events of a run while it runs. */
export interface Progress {
  /** Takes an event. */
  show(event: TaskEvent): void;
  /** Clears what is still drawn. */
  end(): void;
}

/** Off a terminal, a line so often. */
const LINE_SECONDS = 30;
/** On a terminal, the bar is drawn at most so often. */
const DRAW_SECONDS = 0.1;

/**
 * Progress as the options and the terminal ask for: JSON lines, nothing, a bar, or a line each 30 s.
 *
 * @param io - where to write
 * @param title - the experiment
 * @param options - `quiet`, `json`
 */
export function progressOf(io: Io, title: string, { quiet, json }: { quiet?: true; json?: true }): Progress {
  if (json) return { show: (event) => io.out(`${JSON.stringify(event)}\n`), end: () => {} };
  if (quiet) return { show: () => {}, end: () => {} };
  return io.terminal ? barProgress(io, title) : lineProgress(io, title);
}

function failures(io: Io, event: TaskEvent): void {
  if (event.kind === "failed") io.err(`${io.colours.red("failed")} ${event.key}: ${event.error}\n`);
}

function barProgress(io: Io, title: string): Progress {
  const means = runningMeans();
  let last = Number.NEGATIVE_INFINITY;
  const clear = (): void => io.err("\r\u001b[2K");
  return {
    show(event) {
      means.add(event);
      if (event.kind === "failed") clear();
      failures(io, event);
      const now = performance.now() / 1000;
      if (event.kind !== "progress" || (now - last < DRAW_SECONDS && event.done < event.total)) return;
      last = now;
      clear();
      io.err(bar(title, event, means.text(), io.columns));
    },
    end: clear,
  };
}

function lineProgress(io: Io, title: string): Progress {
  const means = runningMeans();
  let last = performance.now() / 1000;
  return {
    show(event) {
      means.add(event);
      failures(io, event);
      const now = performance.now() / 1000;
      if (event.kind !== "progress" || now - last < LINE_SECONDS) return;
      last = now;
      const left = Number.isFinite(event.secondsLeft) ? `, ${duration(event.secondsLeft)} left` : "";
      io.err(`${title}: ${event.done} of ${event.total} trials${left}  ${means.text()}\n`);
    },
    end: () => {},
  };
}
