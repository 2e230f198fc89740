import { createColors } from "picocolors";

/** Where a command reads and writes: the process's own in a shell, a recording in a test. */
export interface Io {
  /** Results, on standard output. */
  out(text: string): void;
  /** Messages and progress, on standard error. */
  err(text: string): void;
  /** Whether messages go to a terminal: then progress is a bar, and there are colours. */
  readonly terminal: boolean;
  /** Characters of a line of messages. */
  readonly columns: number;
  /** Colours, or functions that leave the text as it is. */
  readonly colours: ReturnType<typeof createColors>;
  /** Aborted by the first Ctrl-C or a request to terminate. */
  readonly signal: AbortSignal;
}

/** The streams and the environment of a process, as far as `processIo` uses them. */
export interface ProcessLike {
  /** Results. */
  readonly stdout: { write(text: string): unknown };
  /** Messages. */
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  /** `NO_COLOR` switches colours off. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The `Io` of a process.
 *
 * @param process - its streams and environment
 * @param signal - aborted when the process is asked to stop
 */
export function processIo({ stdout, stderr, env }: ProcessLike, signal: AbortSignal): Io {
  const terminal = stderr.isTTY === true && env.TERM !== "dumb";
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    terminal,
    columns: stderr.columns ?? 80,
    colours: createColors(terminal && !env.NO_COLOR),
    signal,
  };
}
