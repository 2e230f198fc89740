import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import { passesSelfTest } from "../../src/backend/self-test.ts";
import { comparedBackends, reference } from "../backends.ts";

/** `backend` of a fresh module, in which nothing has been made yet. */
async function freshBackend(): Promise<(name?: string) => Backend> {
  vi.resetModules();
  return (await import("../../src/backend/select.ts")).backend;
}

beforeEach(() => vi.stubEnv("ONSAGER_BACKEND", undefined));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const NOWHERE = "/nowhere/libopenblas.so";

describe("the backend", () => {
  test("is what the argument says, else what the environment says", async () => {
    vi.stubEnv("ONSAGER_BACKEND", "reference");
    const backend = await freshBackend();
    expect(backend().name).toBe("reference");
    expect(backend("wasm").name).toBe("wasm");
    expect(backend("wasm")).toBe(backend("wasm"));
  });

  test("without OpenBLAS is wasm, and asking for native says that this machine cannot have it", async () => {
    vi.stubEnv("ONSAGER_OPENBLAS", NOWHERE);
    const backend = await freshBackend();
    expect(backend().name).toBe("wasm");
    expect(() => backend("native")).toThrow(
      'backend: name must be one that this machine can have, got "native"',
    );
  });

  test("with a library that is none of BLAS is wasm", async () => {
    for (const library of ["libm.so.6", import.meta.filename]) {
      vi.stubEnv("ONSAGER_OPENBLAS", library);
      expect((await freshBackend())().name).toBe("wasm");
    }
  });

  test("where there is no process, as in browsers, is wasm", async () => {
    const backend = await freshBackend();
    vi.stubGlobal("process", undefined);
    const { name } = backend();
    vi.unstubAllGlobals();
    expect(name).toBe("wasm");
  });

  test("without WebAssembly is the reference", async () => {
    vi.stubEnv("ONSAGER_OPENBLAS", NOWHERE);
    vi.stubGlobal("WebAssembly", undefined);
    expect((await freshBackend())().name).toBe("reference");
  });

  test("refuses names that it does not know", async () => {
    const backend = await freshBackend();
    const message = 'backend: name must be one of native, wasm, reference, got "gpu"';
    expect(() => backend("gpu")).toThrow(new TypeError(message));
    vi.stubEnv("ONSAGER_BACKEND", "gpu");
    expect(() => backend()).toThrow(message);
  });
});

describe("the self-test", () => {
  test.each([reference, ...comparedBackends()])("is passed by $name ($detail)", (backend) => {
    expect(passesSelfTest(backend)).toBe(true);
  });

  test.each<[string, Partial<Backend>]>([
    ["product", { product: ({ C }) => C.fill(0) }],
    ["product with weights", { product: ({ weights: _, ...problem }) => reference.product(problem) }],
    ["operator", { prepare: (A) => reference.prepare(A, true) }],
    ["symmetric operator", { prepare: (A) => reference.prepare(A, false) }],
    ["factor", { cholesky: () => -1 }],
  ])("is failed by a wrong %s", (_, wrong) => {
    expect(passesSelfTest({ ...reference, ...wrong })).toBe(false);
  });
});
