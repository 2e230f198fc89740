import type { Instance } from "./instance.ts";

/** A block of kernel memory that an object keeps from call to call. */
export interface HeldBlock {
  readonly instance: Instance;
  readonly address: number;
}

const dropped: FinalizationRegistry<HeldBlock> = /* @__PURE__ */ new FinalizationRegistry(
  ({ instance, address }) => instance.heap.free(address),
);

/**
 * Frees the block when the garbage collector finds that its owner, which is returned, was dropped without being disposed of. All that
 * reads the block must hold the owner: an object whose methods may be taken off it is none.
 */
export function freeWhenDropped<T extends object>(owner: T, block: HeldBlock): T {
  dropped.register(owner, block, block);
  return owner;
}

/** Frees the block, unless that has been done: by then it may be another's. */
export function freeBlock(block: HeldBlock): void {
  if (dropped.unregister(block)) block.instance.heap.free(block.address);
}
