#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { processIo } from "./io.ts";
import { onsager } from "./onsager.ts";

// On by default from Node 22; Node 20 needs it before the first kernel is compiled. The process is our own.
setFlagsFromString("--experimental-wasm-relaxed-simd");

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort(new Error(`interrupted by ${signal}`));
  });
}
// A reader that closes the pipe early, as `head` does, is no failure.
process.stdout.on("error", () => process.exit(0));

process.exitCode = await onsager(process.argv.slice(2), processIo(process, interruption.signal));
