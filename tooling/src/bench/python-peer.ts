import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { createInterface } from "node:readline";
import { pythonPath } from "../testing/python.ts";
import type { PythonCall } from "./job.ts";

/** A Python process that stays alive, makes its data once a job and times itself. */
export interface PythonPeer {
  readonly versions: Readonly<Record<string, string>>;
  /** Makes the data of a job and runs it once; the seconds that run took. */
  prepare(call: PythonCall): Promise<number>;
  /** Mean seconds of `repeats` runs. */
  time(repeats: number): Promise<number>;
  stop(): void;
}

/**
 * Starts a script that calls `serve` of `peer.py`, with BLAS on that many threads.
 *
 * @returns what is missing when Python, or a library that the script imports, is not there
 */
export async function startPython(
  script: string,
  threads: number,
): Promise<PythonPeer | { readonly missing: string }> {
  const count = String(threads);
  const threadsOf = { OPENBLAS_NUM_THREADS: count, MKL_NUM_THREADS: count, OMP_NUM_THREADS: count };
  const paths = [import.meta.dirname, process.env.PYTHONPATH ?? []].flat().join(delimiter);
  const env = { ...process.env, ...threadsOf, PYTHONPATH: paths, PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(pythonPath(), [script], { env, stdio: ["pipe", "pipe", "pipe"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let problems = "";
  child.stderr.on("data", (text) => {
    problems += text;
  });
  child.stdin.on("error", () => {});
  const failed = new Promise<never>((_, reject) => child.on("error", reject));
  failed.catch(() => {});
  const ask = async <T>(request: unknown): Promise<T> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`bench: the Python peer must answer, got\n${problems}`);
    return JSON.parse(value) as T;
  };
  try {
    const versions = await ask<Record<string, string>>({ do: "versions" });
    return {
      versions,
      prepare: ({ call, args }) => ask({ do: "prepare", call, args }),
      time: (repeats) => ask({ do: "time", repeats }),
      stop: () => child.kill(),
    };
  } catch (error) {
    const reason = problems.trim().split("\n").at(-1) || String(error);
    return { missing: `${reason}; tried ${pythonPath()}, the variable PYTHON names another` };
  }
}
