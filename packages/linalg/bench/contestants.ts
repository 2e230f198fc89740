import type { Contestant, Run } from "@onsager/tooling/bench";
import { nativeBackend } from "../src/backend/native/index.ts";
import { wasmBackend } from "../src/backend/wasm/index.ts";
import type { Backend } from "../src/index.ts";

type Make = (backend: Backend) => Run;

function attempt(make: () => Backend | undefined): Backend | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

const native = attempt(nativeBackend);

/** The package's backends that this machine has. */
export const backends: readonly (readonly [label: string, backend: Backend | undefined])[] = [
  ["wasm plain", attempt(() => wasmBackend("plain SIMD"))],
  ["wasm relaxed", attempt(() => wasmBackend("relaxed SIMD"))],
  ["native", native],
];

function contestants(labels: readonly string[], make: Make): Contestant[] {
  return backends.flatMap(([label, backend]) =>
    backend !== undefined && labels.includes(label) ? [{ label, prepare: () => make(backend) }] : [],
  );
}

/** Every backend, for jobs in which OpenBLAS does some of the work. */
export function everyBackend(make: Make): Contestant[] {
  return contestants(["wasm plain", "wasm relaxed", "native"], make);
}

/** Both builds of the kernels, for jobs that OpenBLAS has no part in. */
export function bothBuilds(make: Make): Contestant[] {
  return contestants(["wasm plain", "wasm relaxed"], make);
}

/** A peer; `slow` if a run takes seconds. */
export function peer(label: string, prepare: () => Run, slow = false): Contestant {
  return { label, prepare, slow };
}
