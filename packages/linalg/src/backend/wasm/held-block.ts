import type { Instance } from "./instance.ts";

/** A block of kernel memory that an object keeps from call to call. */
export interface HeldBlock {
  readonly instance: Instance;
  readonly address: number;
}

const dropped: FinalizationRegistry<HeldBlock> = /* @__PURE__ */ new FinalizationRegistry(
  ({ instance, address }) => instance.heap.free(address),
);

/** Frees the block when the garbage collector finds that its owner, which is returned, was dropped without being disposed of. */
export function freeWhenDropped<T extends object>(owner: T, block: HeldBlock): T {
  dropped.register(owner, block, block);
  return owner;
}

/** Frees the block, and leaves nothing to do for the garbage collector. */
export function freeBlock(block: HeldBlock): void {
  dropped.unregister(block);
  block.instance.heap.free(block.address);
}
