import type { Instance } from "./instance.ts";

/** Bytes left free for what the kernels need beside the arrays: so many, and a part of the arrays' own size. */
const ROOM = 2 ** 21;
const SHARE = 1 / 16;

/** Addresses of blocks of so many bytes, with room left beside them; undefined where the memory is too small. */
function allocateAll({ heap }: Instance, sizes: readonly number[], room: number): number[] | undefined {
  const addresses: number[] = [];
  try {
    for (const size of [...sizes, room]) addresses.push(heap.allocate(size));
    heap.free(addresses.pop()!);
    return addresses;
  } catch {
    for (const address of addresses) heap.free(address);
    return undefined;
  }
}

/** Runs `work` with arrays in kernel memory, which does not grow until it ends; with plain arrays where they do not fit. */
export function withWasmArrays<T>(
  instance: Instance,
  lengths: readonly number[],
  work: (...arrays: Float64Array[]) => T,
): T {
  const { heap } = instance;
  const sizes = lengths.map((length) => 8 * length);
  const room = ROOM + Math.ceil(SHARE * sizes.reduce((sum, size) => sum + size, 0));
  const addresses = allocateAll(instance, sizes, room);
  if (addresses === undefined) return work(...lengths.map((length) => new Float64Array(length)));
  try {
    return heap.whileStill(room, () => work(...addresses.map((at, i) => instance.f64(at, lengths[i]!))));
  } finally {
    for (const address of addresses) heap.free(address);
  }
}
