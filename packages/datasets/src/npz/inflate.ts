import { Inflate } from "fflate";
import type { Refuse } from "../refuse.ts";

const step = 2 ** 15;
// Most bytes that one deflated byte stands for.
const largestRatio = 1032;

/** Inflates exactly `size` bytes, in steps, so that data which are longer than they say are left as soon as that is seen. */
export function inflate(deflated: Uint8Array, size: number, refuse: Refuse): Uint8Array {
  if (size > deflated.length * largestRatio)
    refuse(`inflate to ${size} bytes`, `${deflated.length} deflated ones`);
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) refuse(`inflate to ${size} bytes`, "more");
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let from = 0; from < deflated.length; from += step) {
    stream.push(deflated.subarray(from, from + step), from + step >= deflated.length);
  }
  return length === size ? out : refuse(`inflate to ${size} bytes`, length);
}
