import type { Floats } from "../../matrix.ts";
import type { Instance } from "./instance.ts";
import type { Fill } from "./kernels.ts";
import { view, withScope } from "./scope.ts";

type Key = readonly [number, number];
interface Keyed {
  readonly key: Key;
}

/** Blocks of random words that a kernel makes at a time. */
const GROUP = 4;
/** Values that one kernel call makes at most, so that a fill of any length needs little kernel memory. */
const CHUNK = 32768;

/**
 * The values of a law with the indices `offset`, `offset + 1`, ...: whole groups of blocks are made in kernel memory and the part
 * wanted is copied out. The lower word of the block's index must not wrap within a group; groups are aligned, so it does not.
 */
function fillBlocks(
  instance: Instance,
  fill: Fill,
  lanes: number,
  [key0, key1]: Key,
  out: Floats,
  offset: number,
): void {
  const group = GROUP * lanes;
  withScope(instance, ({ block }) => {
    const address = block((CHUNK + group) * out.BYTES_PER_ELEMENT);
    for (let done = 0; done < out.length; ) {
      const index = offset + done;
      const start = index - (index % group);
      // Up to the next multiple of the chunk, which divides 2^32 blocks: the lower word does not wrap inside a call.
      const end = Math.min(start + CHUNK - (start % CHUNK), offset + out.length);
      const first = start / lanes;
      const blocks = Math.ceil((end - start) / group) * GROUP;
      fill(key0, key1, first >>> 0, Math.floor(first / 2 ** 32), blocks, address);
      out.set(view(instance, out, address, end - start).subarray(index - start), done);
      done += end - index;
    }
  });
}

/** Standard normals of the law `normal` or `normal32`. */
export function wasmFillNormal(instance: Instance, { key }: Keyed, out: Floats, offset: number): void {
  const { fillNormalF64, fillNormalF32 } = instance.kernels;
  if (out instanceof Float64Array) fillBlocks(instance, fillNormalF64, 2, key, out, offset);
  else fillBlocks(instance, fillNormalF32, 4, key, out, offset);
}

/** Uniforms of the law `uniform` or `uniform32`. */
export function wasmFillUniform(instance: Instance, { key }: Keyed, out: Floats, offset: number): void {
  const { fillUniformF64, fillUniformF32 } = instance.kernels;
  if (out instanceof Float64Array) fillBlocks(instance, fillUniformF64, 2, key, out, offset);
  else fillBlocks(instance, fillUniformF32, 4, key, out, offset);
}

/** Signs of the law `rademacher`. */
export function wasmFillRademacher(instance: Instance, { key }: Keyed, out: Floats, offset: number): void {
  const { fillRademacherF64, fillRademacherF32 } = instance.kernels;
  const fill = out instanceof Float64Array ? fillRademacherF64 : fillRademacherF32;
  fillBlocks(instance, fill, 128, key, out, offset);
}
