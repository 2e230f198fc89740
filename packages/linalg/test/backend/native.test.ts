import { afterEach, describe, expect, test, vi } from "vitest";
import { nativeBackend } from "../../src/backend/native/index.ts";
import { loadKoffi, nodeProcess } from "../../src/backend/native/koffi.ts";
import { loadOpenBlas } from "../../src/backend/native/library.ts";
import { nativePrepare } from "../../src/backend/native/prepare.ts";
import { weightedGram } from "../../src/index.ts";
import { gaussianMatrix, largestDifference, reference } from "../backends.ts";

const present = nativeBackend() !== undefined;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("where koffi or OpenBLAS is missing", () => {
  test("there is no native backend, and no error", () => {
    vi.stubEnv("ONSAGER_OPENBLAS", "/nowhere/libopenblas.so");
    expect(nativeBackend()).toBeUndefined();
  });

  test("koffi that cannot be loaded is none", () => {
    const env = {};
    const cwd = () => "/";
    const createRequire = () => () => {
      throw new Error("Cannot find module 'koffi'");
    };
    expect(loadKoffi({ env, cwd, getBuiltinModule: () => ({ createRequire }) })).toBeUndefined();
    expect(loadKoffi({ env, cwd, getBuiltinModule: () => undefined })).toBeUndefined();
    expect(loadKoffi({ env, cwd })).toBeUndefined();
  });

  test("a browser has no process", () => {
    vi.stubGlobal("process", undefined);
    const found = nodeProcess();
    const native = nativeBackend();
    vi.unstubAllGlobals();
    expect(found).toBeUndefined();
    expect(native).toBeUndefined();
  });
});

describe.runIf(present)("OpenBLAS", () => {
  test("says its version, its processor and its threads: one unless ONSAGER_THREADS says more", () => {
    expect(nativeBackend()!.detail).toMatch(/^OpenBLAS \d+\.\d+\S* \w+, 1 thread; \w+ SIMD$/);
    vi.stubEnv("ONSAGER_THREADS", "2");
    expect(nativeBackend()!.detail).toContain("2 threads");
    vi.stubEnv("ONSAGER_THREADS", "many");
    expect(nativeBackend()!.detail).toContain("1 thread;");
  });

  const backend = nativeBackend()!;

  test.each(["all positive", "all negative", "some zero", "signs"])(
    "the weighted Gram matrix with weights of kind %s equals the reference over many chunks",
    (kind) => {
      const X = gaussianMatrix("X", 3000, 40);
      const normals = gaussianMatrix("w", 3000, 1).data;
      const weights = normals.map((w, i) => {
        if (kind === "signs") return Math.sign(w);
        if (kind === "some zero") return i % 3 === 0 ? 0 : w;
        return kind === "all positive" ? Math.abs(w) : -Math.abs(w);
      });
      const [got, expected] = [backend, reference].map((each) =>
        weightedGram(X, { weights, alpha: 1 / 3000, backend: each }),
      );
      expect(largestDifference(got!.data, expected!.data)).toBeLessThan(1e-13);
    },
  );

  test("its own product of a matrix and a vector, for what kernel memory cannot hold, equals the reference", () => {
    const A = gaussianMatrix("A", 37, 23);
    const [x, y] = [gaussianMatrix("x", 23, 1).data, gaussianMatrix("y", 37, 1).data];
    const [got, expected] = [nativePrepare(loadOpenBlas()!, A, false), reference.prepare(A, false)];
    const [out, back] = [new Float64Array(37), new Float64Array(23)];
    const [wantedOut, wantedBack] = [out.slice(), back.slice()];
    got.apply(x, out);
    got.applyTranspose(y, back);
    expected.apply(x, wantedOut);
    expected.applyTranspose(y, wantedBack);
    expect(largestDifference(out, wantedOut)).toBeLessThan(1e-13);
    expect(largestDifference(back, wantedBack)).toBeLessThan(1e-13);
  });

  test("views into longer arrays are read where they lie", () => {
    const data = gaussianMatrix("long", 1, 5000).data;
    const A = { data: data.subarray(7, 7 + 900), rowStride: 45, colStride: 1 };
    const B = { data: data.subarray(1001, 1001 + 900), rowStride: 1, colStride: 40 };
    const problem = { m: 20, n: 20, k: 30, alpha: 1.5, A, B };
    const [got, expected] = [new Float64Array(400), new Float64Array(400)];
    backend.product({ ...problem, C: got });
    reference.product({ ...problem, C: expected });
    expect(largestDifference(got, expected)).toBeLessThan(1e-13);
  });

  test("strides that BLAS does not know are left to the kernels", () => {
    const data = gaussianMatrix("wide", 1, 4000).data;
    const A = { data, rowStride: 100, colStride: 2 };
    const problem = { m: 20, n: 20, k: 30, alpha: 1, A, B: A };
    const [got, expected] = [new Float64Array(400), new Float64Array(400)];
    backend.product({ ...problem, C: got });
    reference.product({ ...problem, C: expected });
    expect(largestDifference(got, expected)).toBeLessThan(1e-13);
  });
});
