import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { BenchModule, Job } from "./bench/job.ts";
import { machine } from "./bench/machine.ts";
import { type BenchOptions, benchOptions } from "./bench/options.ts";
import { type PythonPeer, startPython } from "./bench/python-peer.ts";
import { type JobResult, race } from "./bench/race.ts";
import { type BenchReport, failures, markdown, plainTable } from "./bench/report.ts";
import { members, root } from "./workspace.ts";

const options = read();

// On by default from Node 22; Node 20 needs them before the first kernel is compiled. The process is the benchmark's own.
const flags = ["--experimental-wasm-relaxed-simd", "--expose-gc"];
for (const flag of flags) setFlagsFromString(flag);
const collect = runInNewContext("gc") as () => void;
const THREADS = 1;

/** The jobs of one package. */
interface Bench {
  readonly name: string;
  readonly folder: string;
  readonly module: BenchModule;
}

/** The benchmarks of the workspace: every package's `bench/jobs.ts` with a job that was asked for. */
async function benches(): Promise<Bench[]> {
  const found = members(root, "packages").filter(({ folder }) =>
    existsSync(join(folder, "bench", "jobs.ts")),
  );
  const all = found.map(async ({ id: name, folder }) => {
    const file = pathToFileURL(join(folder, "bench", "jobs.ts"));
    return { name, folder, module: (await import(file.href)) as BenchModule };
  });
  return (await Promise.all(all)).filter(({ module }) => module.jobs.some(wanted));
}

function wanted({ name }: Job): boolean {
  return options.only.test(name);
}

async function runModule(
  module: BenchModule,
  python: PythonPeer | undefined,
  rounds: number,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of module.jobs.filter(wanted)) {
    const start = performance.now();
    results.push(await race(job, python, rounds));
    collect();
    process.stderr.write(`${job.name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
  return results;
}

async function report({ name, module }: Bench): Promise<BenchReport> {
  const { rounds, date } = options;
  const started = await startPython(module.pythonScript, THREADS);
  const python = "missing" in started ? undefined : started;
  const absent = "missing" in started ? [`NumPy and SciPy (${started.missing})`] : [];
  try {
    const results = await runModule(module, python, rounds);
    const { ours, versions, growth = [] } = module;
    const missing = [...absent, ...module.missing];
    const all = { ...python?.versions, ...versions };
    const threads = THREADS;
    return {
      name,
      date,
      machine: machine(),
      flags,
      threads,
      rounds,
      versions: all,
      missing,
      ours,
      results,
      growth,
    };
  } finally {
    python?.stop();
  }
}

/** The options, or the end of the process: 0 after the help text, 2 after a wrong option. */
function read(): BenchOptions {
  try {
    const options = benchOptions(process.argv.slice(2));
    return typeof options === "string" ? end(options, 0) : options;
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error), 2);
  }
}

function end(text: string, code: number): never {
  (code === 0 ? console.log : console.error)(text);
  process.exit(code);
}

function writeJson(file: string, data: unknown): void {
  writeFileSync(file, `${JSON.stringify(data, undefined, 2)}\n`);
}

process.env.ONSAGER_THREADS = String(THREADS);
const found = await benches();
if (found.length === 0) end(`bench: only must match the name of a job, got ${options.only.source}`, 2);
const reports: BenchReport[] = [];
for (const bench of found) {
  const made = await report(bench);
  reports.push(made);
  console.log(`${made.name}\n${plainTable(made)}`);
  console.log(`missing peers: ${made.missing.join("; ") || "none"}`);
  for (const failure of failures(made)) console.log(`not run: ${failure}`);
  if (options.write) writeJson(join(bench.folder, "bench", "results.json"), made);
}
if (options.out) writeJson(options.out, reports);
if (options.write) writeFileSync(join(root, "BENCHMARKS.md"), markdown(reports));
