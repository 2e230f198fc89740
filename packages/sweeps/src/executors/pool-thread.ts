import { env, stderr } from "node:process";
import { Worker } from "node:worker_threads";
import { workerCode } from "../worker-code.ts";
import type { WorkerData, WorkerMessage } from "./serve-trials.ts";

/** What a pool hears of one of its threads. */
export interface ThreadListener {
  /** A message. */
  message(message: WorkerMessage): void;
  /** Its end, by itself or not, and why. */
  exit(reason: string): void;
}

/** A thread of a pool. */
export interface PoolThread {
  /** Tells it to end. What runs outside of JavaScript and WebAssembly cannot be interrupted. */
  terminate(): void;
  /** Lets the process end without it. */
  leave(): void;
}

/**
 * Starts a thread with kernels of one thread each.
 *
 * @param heapLimit - most megabytes of its JavaScript heap
 */
export function startThread(
  data: WorkerData,
  heapLimit: number | undefined,
  listener: ThreadListener,
): PoolThread {
  const thread = new Worker(workerCode(data.plan.module), {
    eval: true,
    workerData: data,
    env: { ...env, ONSAGER_THREADS: "1" },
    // What a trial prints is no result of this process.
    stdout: true,
    ...(heapLimit === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapLimit } }),
  });
  let reason: string | undefined;
  thread.stdout.on("data", (chunk: Uint8Array) => stderr.write(chunk));
  thread.on("message", listener.message);
  thread.on("error", (error: Error) => {
    reason = `${error.name}: ${error.message}`;
  });
  thread.on("exit", (code) => listener.exit(reason ?? `worker ended with exit code ${code}`));
  return {
    terminate: () => void thread.terminate(),
    leave: () => thread.unref(),
  };
}
