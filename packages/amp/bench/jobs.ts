import { join } from "node:path";
import { type Backend, backend, fillNormal } from "@onsager/linalg";
import { stream } from "@onsager/random";
import type { Contestant, Growth, Job, Run } from "@onsager/tooling/bench";
import { type AmpState, gaussian, sharedFactorAmpSteps, symmetricAmpSteps } from "../src/index.ts";

const names = ["wasm", "native"] as const;

function found(name: (typeof names)[number]): Backend | undefined {
  try {
    return backend(name);
  } catch {
    return undefined;
  }
}

const backends = names.map((name) => [name, found(name)] as const);

function contestants(make: (backend: Backend) => Run, suffix = ""): Contestant[] {
  return backends.flatMap(([label, backend]) =>
    backend ? [{ label: label + suffix, prepare: () => make(backend) }] : [],
  );
}

/** A sweep a run, from a generator that never ends. */
function sweeps(start: () => Generator<AmpState, void>): Run {
  let steps = start();
  return () => {
    if (steps.next().done) steps = start();
  };
}

const forever = { maximumIterations: 2 ** 31, tolerance: Number.MIN_VALUE };
const normals = <D extends Float64Array | Float32Array>(out: D, label: string): D => {
  fillNormal(stream(7).split(label), out, 0);
  return out;
};
const array = (length: number, f32: boolean) => (f32 ? new Float32Array(length) : new Float64Array(length));

function multiModalModel(N: number, f32: boolean) {
  const [matrix, tensor] = [0.6, 0.2];
  const [u, v, x, y] = ["u", "v", "x", "y"].map((name) => normals(new Float64Array(N), name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const Y = normals(new Float64Array(N * N), "Y");
  const T = normals(array(N ** 3, f32), "T");
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      Y[i * N + j] = Math.sqrt(matrix) * Y[i * N + j]! + (u[i]! * v[j]!) / Math.sqrt(N);
      for (let k = 0; k < N; k++) {
        const at = (i * N + j) * N + k;
        T[at] = Math.sqrt(tensor) * T[at]! + (u[i]! * x[j]! * y[k]!) / N;
      }
    }
  return {
    sizes: { u: N, v: N, x: N, y: N },
    channels: [
      { factors: ["u", "v"], variance: matrix, data: { rows: N, cols: N, data: Y } },
      { factors: ["u", "x", "y"], variance: tensor, data: { shape: [N, N, N], data: T } },
    ],
  };
}

function wignerModel(N: number, f32: boolean) {
  const D = 0.5;
  const x = normals(new Float64Array(N), "x");
  const data = normals(array(N * N, f32), "Y");
  for (let i = 0; i < N; i++)
    for (let j = 0; j <= i; j++) {
      const value = i === j ? 0 : Math.sqrt(D) * data[i * N + j]! + (x[i]! * x[j]!) / Math.sqrt(N);
      data[i * N + j] = value;
      data[j * N + i] = value;
    }
  return { dimension: N, channels: [{ order: 2, variance: D, data: { rows: N, cols: N, data } }] };
}

function multiModal(N: number): Job {
  const make = (f32: boolean) => (backend: Backend) => {
    const prior = gaussian();
    const priors = { u: prior, v: prior, x: prior, y: prior };
    const model = multiModalModel(N, f32);
    return sweeps(() => sharedFactorAmpSteps(model, { priors, backend, ...forever }, stream(1)));
  };
  return {
    name: `multi-modal Bayes-AMP sweep N=${N}`,
    work: { amount: 8 * N ** 3, unit: "GB/s" },
    python: { call: "multi_modal", args: [N] },
    contestants: [...contestants(make(false)), ...contestants(make(true), " f32")],
  };
}

function wigner(N: number): Job {
  const make = (f32: boolean) => (backend: Backend) => {
    const model = wignerModel(N, f32);
    return sweeps(() => symmetricAmpSteps(model, { prior: gaussian(), backend, ...forever }, stream(1)));
  };
  return {
    name: `Wigner Bayes-AMP sweep N=${N}`,
    work: { amount: 8 * N ** 2, unit: "GB/s" },
    python: { call: "wigner", args: [N] },
    contestants: [...contestants(make(false)), ...contestants(make(true), " f32")],
  };
}

export const ours: readonly string[] = names.flatMap((name) => [name, `${name} f32`]);

const tensorSizes = [50, 100, 200];
const matrixSizes = [1000, 2000, 4000];

/** Sweeps of AMP, beside NumPy in f64; `f32` is storage, sums are f64. */
export const jobs: readonly Job[] = [...tensorSizes.map(multiModal), ...matrixSizes.map(wigner)];

/** The same against N. Of the multi-modal model f32 stores the tensor, not the matrix. */
export const growth: readonly Growth[] = [
  cost("multi-modal Bayes-AMP sweep", tensorSizes, (N) => ({
    f64: 8 * N ** 3 + 8 * N ** 2,
    f32: 4 * N ** 3 + 8 * N ** 2,
  })),
  cost("Wigner Bayes-AMP sweep", matrixSizes, (N) => ({ f64: 8 * N ** 2, f32: 4 * N ** 2 })),
];

function cost(
  name: string,
  sizes: readonly number[],
  memory: (N: number) => { readonly f64: number; readonly f32: number },
): Growth {
  return {
    name,
    sizes: sizes.map((N) => {
      const { f64, f32 } = memory(N);
      return {
        N,
        job: `${name} N=${N}`,
        bytes: Object.fromEntries(ours.map((label) => [label, label.endsWith("f32") ? f32 : f64])),
      };
    }),
  };
}

export const pythonScript: string = join(import.meta.dirname, "jobs.py");

export const missing: readonly string[] = backends
  .filter(([, backend]) => backend === undefined)
  .map(([label]) => `${label} (this machine cannot have it)`);

export const versions: Readonly<Record<string, string>> = Object.fromEntries(
  backends.map(([label, backend]) => [label, backend?.detail ?? "missing"]),
);
