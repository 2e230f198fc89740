import type { LawStream } from "./backend/backend.ts";
import { type BackendOptions, backendOf } from "./backend-options.ts";
import type { Floats } from "./matrix.ts";
import { requireFill } from "./require-fill.ts";

/**
 * Fills an array with the uniforms on (0, 1) of a stream of `@onsager/random`, bit for bit those of `stream.fill`, by compiled
 * kernels: the law `uniform` for a Float64Array, `uniform32` for a Float32Array. The stream's position stays.
 *
 * @param stream - its key says all
 * @param out - filled as a whole
 * @param offset - index in the stream of the first value, from 0; by default 0
 * @param options - `backend`
 * @throws TypeError if `stream` has no key of two words or `out` is no Float64Array or Float32Array; RangeError if a word is not an
 *   unsigned 32-bit number or an index not in [0, 2^53)
 */
export function fillUniform(
  stream: LawStream,
  out: Floats,
  offset: number = 0,
  options: BackendOptions = {},
): void {
  const backend = backendOf("fillUniform", options);
  requireFill("fillUniform", stream, out, offset);
  backend.fillUniform(stream, out, offset);
}
