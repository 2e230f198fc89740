/** An allocator of bytes in a WebAssembly memory. */
export interface Heap {
  /** The address of `bytes` free bytes, a multiple of 64; the memory grows if it must. */
  allocate(bytes: number): number;
  /** Gives a block back; `address` must come from `allocate`. */
  free(address: number): void;
  /**
   * Runs `work` while the memory may not grow, which would take all views of it from their owners, and no more than `room` further
   * bytes may be in use at once: so much must have been allocated and freed just before.
   */
  whileStill<T>(room: number, work: () => T): T;
  /** Bytes in use. */
  readonly used: number;
}

interface Block {
  readonly address: number;
  readonly bytes: number;
}

const PAGE = 65536;
const ALIGNMENT = 64;

function aligned(bytes: number): number {
  return Math.ceil(Math.max(bytes, 1) / ALIGNMENT) * ALIGNMENT;
}

/** Puts a block into a list sorted by address and joins it with its neighbours. */
function release(free: Block[], block: Block): void {
  let at = free.findIndex((other) => other.address > block.address);
  if (at < 0) at = free.length;
  const before = free[at - 1];
  const after = free[at];
  const joinsBefore = before !== undefined && before.address + before.bytes === block.address;
  const joinsAfter = after !== undefined && block.address + block.bytes === after.address;
  const address = joinsBefore ? before.address : block.address;
  const bytes = (joinsBefore ? before.bytes : 0) + block.bytes + (joinsAfter ? after.bytes : 0);
  free.splice(at - (joinsBefore ? 1 : 0), (joinsBefore ? 1 : 0) + (joinsAfter ? 1 : 0), { address, bytes });
}

/**
 * A first-fit allocator over `memory` from byte `base` on.
 *
 * @param memory - grown as needed up to `limit` bytes
 * @throws RangeError from `allocate` when the memory cannot grow enough: it says how much was asked for, how much is in use and
 *   the limit, and changes nothing
 */
export function createHeap(memory: WebAssembly.Memory, base: number, limit: number): Heap {
  const free: Block[] = [];
  const sizes = new Map<number, number>();
  let end = aligned(base);
  let used = 0;
  let most = Infinity;

  function refuse(bytes: number): never {
    const held = most < Infinity ? ` and ${most - used} left beside arrays that lie in it` : "";
    throw new RangeError(
      `linalg: kernel memory must hold at most ${limit} bytes, got a request for ${bytes} with ${used} in use${held}`,
    );
  }

  function grow(bytes: number): number {
    const last = free.at(-1);
    const address = last !== undefined && last.address + last.bytes === end ? last.address : end;
    const missing = address + bytes - memory.buffer.byteLength;
    try {
      if (address + bytes > limit || (missing > 0 && most < Infinity)) throw new RangeError();
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    } catch {
      refuse(bytes);
    }
    if (address < end) free.pop();
    end = address + bytes;
    return address;
  }

  function allocate(wanted: number): number {
    const bytes = aligned(wanted);
    // Written so that NaN is refused: it would be the end of the heap from then on.
    if (!(used + bytes <= most)) refuse(bytes);
    const at = free.findIndex((block) => block.bytes >= bytes);
    const block = free[at];
    let address: number;
    if (block === undefined) address = grow(bytes);
    else {
      address = block.address;
      const rest = { address: address + bytes, bytes: block.bytes - bytes };
      free.splice(at, 1, ...(rest.bytes > 0 ? [rest] : []));
    }
    sizes.set(address, bytes);
    used += bytes;
    return address;
  }

  return {
    allocate,
    free(address) {
      const bytes = sizes.get(address);
      if (bytes === undefined) return;
      sizes.delete(address);
      used -= bytes;
      release(free, { address, bytes });
    },
    whileStill(room, work) {
      const before = most;
      most = used + room;
      try {
        return work();
      } finally {
        most = before;
      }
    },
    get used() {
      return used;
    },
  };
}
