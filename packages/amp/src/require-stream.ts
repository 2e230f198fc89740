import { rejectKind } from "./argument-checks.ts";
import type { Stream } from "./random.ts";

/** Requires a random stream. */
export function requireStream(call: string, random: Stream): void {
  if (typeof random?.split !== "function") rejectKind(call, "random", "be a stream", random);
}
