import type { Floats } from "../../matrix.ts";
import { createHeap, type Heap } from "./heap.ts";
import { plainKernels, relaxedKernels } from "./kernels.generated.ts";
import type { Kernels } from "./kernels.ts";

/** Bytes that 32-bit addresses reach. */
const LIMIT = 65536 * 65536;

/** The kernels of one build, their memory and its allocator. */
export interface Instance {
  readonly kernels: Kernels;
  readonly heap: Heap;
  /** Which build runs. */
  readonly build: "plain SIMD" | "relaxed SIMD";
  /** Scratch of the products. */
  readonly scratch: number;
  /** Where an array lies in the memory; undefined if it is not one of its views. */
  addressOf(values: Floats): number | undefined;
  /** The memory's f64 numbers from `address` on; made anew after any allocation, which may move the memory. */
  f64(address: number, length: number): Float64Array;
  /** The memory's f32 numbers from `address` on. */
  f32(address: number, length: number): Float32Array;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The relaxed build where the engine validates it, else the plain one. */
function choose(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly build: Instance["build"] } {
  const relaxed = decode(relaxedKernels);
  if (WebAssembly.validate(relaxed)) return { bytes: relaxed, build: "relaxed SIMD" };
  return { bytes: decode(plainKernels), build: "plain SIMD" };
}

/**
 * Compiles and instantiates the kernels, synchronously: a module this small may be compiled on a browser's main thread.
 *
 * @throws Error if the engine has no WebAssembly SIMD
 */
export function createInstance(build: Instance["build"] | undefined = undefined): Instance {
  const chosen =
    build === undefined
      ? choose()
      : { build, bytes: decode(build === "plain SIMD" ? plainKernels : relaxedKernels) };
  const memory = new WebAssembly.Memory({ initial: 1, maximum: LIMIT / 65536 });
  const abort = (): never => {
    throw new Error("linalg: a kernel aborted");
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(chosen.bytes), { env: { memory, abort } });
  const kernels = instance.exports as unknown as Kernels;
  const heap = createHeap(memory, kernels.heapBase(), LIMIT);
  kernels.setFillScratch(heap.allocate(kernels.fillScratch()));
  return {
    kernels,
    heap,
    build: chosen.build,
    scratch: heap.allocate(kernels.gemmScratch()),
    addressOf: ({ buffer, byteOffset }) => (buffer === memory.buffer ? byteOffset : undefined),
    f64: (address, length) => new Float64Array(memory.buffer, address, length),
    f32: (address, length) => new Float32Array(memory.buffer, address, length),
  };
}
