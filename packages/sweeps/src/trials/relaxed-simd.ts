import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * Switches on relaxed SIMD, which Node 20 has behind a flag: kernels that are compiled later are the faster build. It counts for
 * the whole process, and every executor does it before a trial's module is loaded, so that all compute with the same kernels.
 */
export function useRelaxedSimd(): void {
  if (Number.parseInt(versions.node, 10) < 22) setFlagsFromString("--experimental-wasm-relaxed-simd");
}
