import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Plan } from "../../src/index.ts";

const script = fileURLToPath(new URL("run-script.ts", import.meta.url));

/** What a process of a run is asked to do. */
export interface RunRequest {
  readonly plan: Plan;
  readonly directory: string;
  /** Number of workers; none for the executor `inline`. */
  readonly workers?: number;
}

/** How a process ended. */
interface Ended {
  readonly code: number | null;
  /** What it wrote to both outputs. */
  readonly output: string;
}

/** A process that runs a plan. */
export interface RunProcess {
  readonly process: ChildProcess;
  /** Keys of the results that it has said were recorded by its own workers. */
  finished(): readonly string[];
  readonly ended: Promise<Ended>;
}

function finishedIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:worker \d+|inline): (.*)\n/gm)].map(([, key]) => key!);
}

/**
 * Runs a plan in a process of its own.
 *
 * @param limit - a command of the shell that limits it, such as `ulimit -f 8`
 */
export function startRun(request: RunRequest, limit = ":"): RunProcess {
  const node = [process.execPath, "--conditions=@onsager/source", "--import=tsx", script];
  const command = `${limit} && exec ${node.map((word) => `'${word}'`).join(" ")} "$0"`;
  const child = spawn("bash", ["-c", command, JSON.stringify(request)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  return { process: child, finished: () => finishedIn(output), ended };
}
