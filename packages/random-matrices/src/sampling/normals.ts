import { fillNormal } from "@onsager/linalg";
import type { Stream } from "@onsager/random";
import type { Precision } from "./storage.ts";

const CHUNK = 16384;

/**
 * The next `count` standard normals of a stream one by one, made by compiled kernels a chunk at a time: the law `normal` for "f64",
 * `normal32` for "f32". The stream moves on by `count` at once.
 */
export function normals(random: Stream, count: number, precision: Precision): () => number {
  const length = Math.min(CHUNK, count);
  const chunk = precision === "f32" ? new Float32Array(length) : new Float64Array(length);
  let start = random.skip(count);
  let at = length;
  return () => {
    if (at === length) {
      fillNormal(random, chunk, start);
      start += length;
      at = 0;
    }
    return chunk[at++]!;
  };
}
