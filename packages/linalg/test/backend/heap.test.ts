import { stream } from "@onsager/random";
import { describe, expect, test } from "vitest";
import { createHeap } from "../../src/backend/wasm/heap.ts";

const PAGE = 65536;

function newHeap(limit = 16 * PAGE) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: limit / PAGE });
  return { memory, heap: createHeap(memory, 1000, limit) };
}

describe("the allocator of kernel memory", () => {
  test("gives aligned blocks above its base", () => {
    const { heap } = newHeap();
    for (const bytes of [1, 63, 64, 65, 1000]) {
      const address = heap.allocate(bytes);
      expect(address % 64).toBe(0);
      expect(address).toBeGreaterThanOrEqual(1000);
    }
    expect(heap.used).toBe(64 + 64 + 64 + 128 + 1024);
  });

  test("refuses a size that is no number, and is none the worse", () => {
    const { heap } = newHeap();
    const before = heap.allocate(64);
    expect(() => heap.allocate(Number.NaN)).toThrow(RangeError);
    expect(heap.allocate(64)).toBe(before + 64);
  });

  test("uses a freed block again, also in parts", () => {
    const { heap } = newHeap();
    const [a] = [heap.allocate(1024), heap.allocate(64)];
    heap.free(a);
    expect([heap.allocate(256), heap.allocate(768)]).toEqual([a, a + 256]);
  });

  test.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])("joins neighbours that are freed in the order %i, %i, %i", (...order) => {
    const { heap } = newHeap();
    const blocks = [heap.allocate(640), heap.allocate(640), heap.allocate(640)];
    heap.allocate(64);
    for (const i of order) heap.free(blocks[i]!);
    expect(heap.allocate(3 * 640)).toBe(blocks[0]);
  });

  test("grows a free block at the end instead of leaving it behind", () => {
    const { memory, heap } = newHeap();
    heap.allocate(PAGE);
    const last = heap.allocate(PAGE);
    heap.free(last);
    expect(heap.allocate(3 * PAGE)).toBe(last);
    expect(memory.buffer.byteLength).toBe(5 * PAGE);
  });

  test("freeing twice, or what was never given, changes nothing", () => {
    const { heap } = newHeap();
    const [a, b] = [heap.allocate(100), heap.allocate(100)];
    heap.free(a);
    heap.free(a);
    heap.free(b + 1);
    expect(heap.used).toBe(128);
    expect([heap.allocate(100), heap.allocate(100)]).toEqual([a, b + 128]);
  });

  test("at its limit it says what was asked for, what is in use and the limit, and stays usable", () => {
    const { memory, heap } = newHeap();
    const a = heap.allocate(10 * PAGE);
    const size = memory.buffer.byteLength;
    for (const _ of [1, 2]) {
      expect(() => heap.allocate(7 * PAGE)).toThrow(
        new RangeError(
          `linalg: kernel memory must hold at most ${16 * PAGE} bytes, got a request for ${7 * PAGE} with ${10 * PAGE} in use`,
        ),
      );
    }
    expect(memory.buffer.byteLength).toBe(size);
    expect(heap.used).toBe(10 * PAGE);
    expect(heap.allocate(5 * PAGE)).toBe(a + 10 * PAGE);
    heap.free(a);
    expect(heap.allocate(7 * PAGE)).toBe(a);
  });

  test("a memory whose own maximum is lower than the limit reports the same", () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const heap = createHeap(memory, 0, 16 * PAGE);
    expect(() => heap.allocate(3 * PAGE)).toThrow(/got a request for 196608 with 0 in use/);
    expect(heap.allocate(PAGE) + PAGE).toBeLessThanOrEqual(memory.buffer.byteLength);
  });

  test("blocks in use never overlap and all comes back, whatever the order", () => {
    const { memory, heap } = newHeap();
    const random = stream(5).split("heap");
    const held = new Map<number, number>();
    for (let step = 0; step < 3000; step++) {
      if (held.size > 20 || (held.size > 0 && random.integer(2) === 0)) {
        const address = [...held.keys()][random.integer(held.size)]!;
        heap.free(address);
        held.delete(address);
      } else {
        const bytes = 1 + random.integer(3000);
        held.set(heap.allocate(bytes), bytes);
      }
      const blocks = [...held].sort(([a], [b]) => a - b);
      for (let i = 1; i < blocks.length; i++)
        expect(blocks[i - 1]![0] + blocks[i - 1]![1]).toBeLessThanOrEqual(blocks[i]![0]);
    }
    for (const address of held.keys()) heap.free(address);
    expect(heap.used).toBe(0);
    const size = memory.buffer.byteLength;
    heap.free(heap.allocate(size - 2048));
    expect(memory.buffer.byteLength).toBe(size);
  });
});
