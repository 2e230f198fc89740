import { stream } from "@onsager/random";
import type { Backend } from "../src/backend/backend.ts";
import { wasmBackend } from "../src/backend/wasm/index.ts";
import { backend, type Floats, fillNormal, gemm, prepare } from "../src/index.ts";

const COUNT = 1_000_000;
const random = stream(20_26).split("portability");

/** Ways to cut a long fill: at once, in steps of one length, in steps that grow. */
const cuts: Record<string, (done: number) => number> = {
  whole: () => COUNT,
  "steps of 777": () => 777,
  "steps of 32768": () => 32_768,
  "steps of 65537": () => 65_537,
  "growing steps": (done) => 1 + (done >> 2),
};

async function sha256(values: Floats): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", values as Floats & ArrayBufferView<ArrayBuffer>);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function filled(backend: Backend, out: Floats, step: (done: number) => number): Floats {
  for (let done = 0; done < out.length; ) {
    const end = Math.min(out.length, done + step(done));
    fillNormal(random, out.subarray(done, end), done, { backend });
    done = end;
  }
  return out;
}

/** SHA-256 of 10^6 normals of `random`'s own TypeScript, f64 and f32. */
export async function randomDigests(): Promise<string[]> {
  const [f64, f32] = [new Float64Array(COUNT), new Float32Array(COUNT)];
  random.fillNormal(f64, 0);
  random.fillNormal(f32, 0);
  return [await sha256(f64), await sha256(f32)];
}

/** SHA-256 of the same by both builds of the kernels, however the fill is cut. */
export async function kernelDigests(): Promise<Record<string, string[]>> {
  const result: Record<string, string[]> = {};
  for (const build of ["plain SIMD", "relaxed SIMD"] as const) {
    const kernels = wasmBackend(build);
    for (const [name, step] of Object.entries(cuts)) {
      const f64 = filled(kernels, new Float64Array(COUNT), step);
      const f32 = filled(kernels, new Float32Array(COUNT), step);
      result[`${build}, ${name}`] = [await sha256(f64), await sha256(f32)];
    }
  }
  return result;
}

/** What the package's entry does where it runs: the chosen backend and two products of whole numbers. */
export function entry(): { readonly name: string; readonly detail: string; readonly products: number[] } {
  const { name, detail } = backend();
  const A = { rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, 4) };
  using operator = prepare(A);
  const out = new Float64Array(2);
  operator.apply(Float64Array.of(1, -1), out);
  return { name, detail, products: [...gemm(A, A).data, ...out] };
}
