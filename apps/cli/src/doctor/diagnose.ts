import { availableParallelism, cpus, totalmem } from "node:os";
import { backend } from "@onsager/linalg";
import { version } from "../version.ts";
import { type SelfTest, selfTests } from "./self-tests.ts";

/** A backend of `linalg` on this machine. */
interface BackendReport {
  /** `native`, `wasm` or `reference`. */
  readonly name: string;
  /** What it is made of, or why this machine cannot have it. */
  readonly detail: string;
  /** Whether it is there. */
  readonly available: boolean;
  /** Whether it is the one that is used. */
  readonly used: boolean;
}

/** What `onsager doctor` says. */
export interface Diagnosis {
  /** Of the command line, Node and V8. */
  readonly versions: Readonly<Record<string, string>>;
  /** Processor, threads for workers, memory. */
  readonly machine: {
    readonly platform: string;
    readonly processor: string;
    readonly threads: number;
    readonly memoryGiB: number;
  };
  /** All of them, in order of preference. */
  readonly backends: readonly BackendReport[];
  /** What was tried, and whether it came out right. */
  readonly tests: readonly (Omit<SelfTest, "run"> & { readonly passed: boolean; readonly detail: string })[];
}

/** Looks at the machine and runs the self-tests. */
export function diagnose(): Diagnosis {
  const { node, v8 } = process.versions;
  return {
    versions: { onsager: version, node, v8 },
    machine: {
      platform: `${process.platform} ${process.arch}`,
      processor: cpus()[0]?.model.trim() ?? "unknown",
      threads: availableParallelism(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    backends: backends(),
    tests: selfTests.map(({ name, run }) => ({ name, ...run() })),
  };
}

function backends(): BackendReport[] {
  const used = backend().name;
  return ["native", "wasm", "reference"].map((name) => {
    try {
      return { name, detail: backend(name).detail, available: true, used: name === used };
    } catch {
      return { name, detail: missing[name] ?? "", available: false, used: false };
    }
  });
}

const missing: Readonly<Record<string, string>> = {
  native: "no OpenBLAS that koffi can load (Debian: libopenblas0-pthread, and npm install koffi)",
  wasm: "no WebAssembly with SIMD",
};
