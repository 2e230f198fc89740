import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { BenchModule } from "./bench/job.ts";
import { machine } from "./bench/machine.ts";
import { type PythonPeer, startPython } from "./bench/python-peer.ts";
import { type JobResult, race } from "./bench/race.ts";
import { type BenchReport, failures, markdown, plainTable } from "./bench/report.ts";
import { members, root } from "./workspace.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "9" },
    out: { type: "string", default: join(root, "packages/linalg/bench/results.json") },
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    write: { type: "boolean", default: false },
  },
});

// On by default from Node 22; Node 20 needs them before the first kernel is compiled. The process is the benchmark's own.
const flags = ["--experimental-wasm-relaxed-simd", "--expose-gc"];
for (const flag of flags) setFlagsFromString(flag);
const collect = runInNewContext("gc") as () => void;
const THREADS = 1;

/** The benchmarks of the workspace: every package's `bench/jobs.ts`. */
async function modules(): Promise<BenchModule[]> {
  const files = members(root, "packages").map(({ folder }) => join(folder, "bench", "jobs.ts"));
  const found = files.filter((file) => existsSync(file));
  return Promise.all(found.map(async (file) => (await import(pathToFileURL(file).href)) as BenchModule));
}

async function runModule(
  module: BenchModule,
  python: PythonPeer | undefined,
  rounds: number,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of module.jobs.filter(({ name }) => new RegExp(values.only).test(name))) {
    const start = performance.now();
    results.push(await race(job, python, rounds));
    collect();
    process.stderr.write(`${job.name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
  return results;
}

async function report(module: BenchModule): Promise<BenchReport> {
  const rounds = Number(values.rounds);
  const started = await startPython(module.pythonScript, THREADS);
  const python = "missing" in started ? undefined : started;
  const absent = "missing" in started ? [`NumPy and SciPy (${started.missing})`] : [];
  try {
    const results = await runModule(module, python, rounds);
    const { ours, versions } = module;
    const missing = [...absent, ...module.missing];
    const all = { ...python?.versions, ...versions };
    const [date, threads] = [values.date, THREADS];
    return { date, machine: machine(), flags, threads, rounds, versions: all, missing, ours, results };
  } finally {
    python?.stop();
  }
}

process.env.ONSAGER_THREADS = String(THREADS);
for (const module of await modules()) {
  const made = await report(module);
  console.log(plainTable(made));
  console.log(`missing peers: ${made.missing.join("; ") || "none"}`);
  for (const failure of failures(made)) console.log(`not run: ${failure}`);
  writeFileSync(values.out, `${JSON.stringify(made, undefined, 2)}\n`);
  if (values.write) writeFileSync(join(root, "BENCHMARKS.md"), markdown(made));
}
