import { createColors } from "picocolors";
import { type ExitCode, type Io, onsager } from "../../src/index.ts";

/** What a command line wrote, and how it ended. */
export interface Ended {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function run(args: readonly string[], signal = new AbortController().signal): Promise<Ended> {
  let [out, err] = ["", ""];
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    columns: 80,
    colours: createColors(false),
    signal,
  };
  const code = await onsager(args, io);
  return { code, out, err };
}
