import { spawnSync } from "node:child_process";

/** The Python that tests run: `PYTHON` of the environment, or `python3`. */
export function pythonPath(): string {
  return process.env.PYTHON || "python3";
}

/**
 * Runs a Python script and gives back what it printed.
 *
 * @param script - path of the script
 * @param args - its arguments
 * @param input - what it reads from standard input
 * @throws Error when the script fails, with what it wrote to standard error
 */
export function python(script: string, args: readonly (string | number)[] = [], input = ""): string {
  const command = [script, ...args.map(String)];
  const { status, stdout, stderr, error } = spawnSync(pythonPath(), command, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`python: ${script} must exit with 0, got ${status}\n${stderr}`);
  return stdout;
}

let numpy: boolean | undefined;

/** Whether the Python of the tests has NumPy. */
export function hasNumpy(): boolean {
  numpy ??= spawnSync(pythonPath(), ["-c", "import numpy"]).status === 0;
  return numpy;
}
