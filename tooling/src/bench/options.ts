import { closeSync, openSync } from "node:fs";
import { parseArgs } from "node:util";

const usage = `pnpm bench [options]     times every kernel beside its peers, interleaved in one run
  --only TEXT     only the jobs whose name has this text or matches this regular expression
  --rounds N      rounds of one timing of each competitor (default 9)
  --write         records the results of all jobs in packages/*/bench/results.json and BENCHMARKS.md: on a quiet machine only
  --out FILE      writes the results as JSON
  --date DATE     the date of the record (default today)
  --help          this text`;

/** What a run of the benchmarks was asked for. */
export interface BenchOptions {
  readonly only: RegExp;
  readonly rounds: number;
  readonly out: string | undefined;
  readonly date: string;
  readonly write: boolean;
}

/**
 * The options of the command line, or the text to show instead of a run.
 *
 * @throws RangeError or TypeError when an option is unknown or has no meaning
 */
export function benchOptions(args: readonly string[]): BenchOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", default: "" },
      rounds: { type: "string", default: "9" },
      out: { type: "string" },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      write: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return usage;
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) {
    throw new RangeError(`bench: rounds must be a positive integer, got ${values.rounds}`);
  }
  if (values.write && values.only !== "") {
    throw new TypeError(`bench: write must be without only, as it records all jobs, got only ${values.only}`);
  }
  if (values.out !== undefined) requireWritable(values.out);
  return { only: pattern(values.only), rounds, out: values.out, date: values.date, write: values.write };
}

/** Opens the file of the results before any job runs. */
function requireWritable(file: string): void {
  try {
    closeSync(openSync(file, "a"));
  } catch (error) {
    throw new TypeError(`bench: out must be a file that can be written, got ${file}: ${error}`);
  }
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  }
}
