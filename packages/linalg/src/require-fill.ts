import { rejectKind, requireInteger } from "./argument-checks.ts";
import { requireFloats } from "./check.ts";
import type { Floats } from "./matrix.ts";

/** Requires a stream with a key, an array, and the index of its first value such that all indices are exact. */
export function requireFill(
  call: string,
  stream: { readonly key: readonly [number, number] },
  out: Floats,
  offset: number,
): void {
  const { key } = stream ?? {};
  if (!Array.isArray(key) || key.length !== 2)
    rejectKind(call, "stream.key", "be two unsigned 32-bit integers", key);
  for (const [i, word] of key.entries()) requireInteger(call, `stream.key[${i}]`, word, 0, 2 ** 32 - 1);
  requireFloats(call, "out", out);
  requireInteger(call, "offset", offset, 0, 2 ** 53 - out.length);
}
