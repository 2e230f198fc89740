import type { Floats } from "../../matrix.ts";
import type { Instance } from "./instance.ts";

/** Blocks of kernel memory that live for one call. */
export interface Scope {
  /** The address of `bytes` uninitialised bytes. */
  block(bytes: number): number;
  /** The address of a copy of `values`, or of the values themselves if they lie in kernel memory. */
  copyIn(values: Floats): number;
}

/** Bytes an entry of an array takes. */
export function entryBytes(values: Floats): number {
  return values.BYTES_PER_ELEMENT;
}

/** The kernel memory's numbers of the kind of `like`, from `address` on. */
export function view(instance: Instance, like: Floats, address: number, length: number): Floats {
  return like instanceof Float64Array ? instance.f64(address, length) : instance.f32(address, length);
}

/** Runs `work` with a scope and frees its blocks, also when it throws. */
export function withScope<T>(instance: Instance, work: (scope: Scope) => T): T {
  const blocks: number[] = [];
  const block = (bytes: number): number => {
    const address = instance.heap.allocate(bytes);
    blocks.push(address);
    return address;
  };
  const copyIn = (values: Floats): number => {
    const placed = instance.addressOf(values);
    if (placed !== undefined) return placed;
    const address = block(values.byteLength);
    view(instance, values, address, values.length).set(values);
    return address;
  };
  try {
    return work({ block, copyIn });
  } finally {
    for (const address of blocks) instance.heap.free(address);
  }
}
