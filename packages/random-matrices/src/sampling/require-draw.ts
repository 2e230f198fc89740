import type { Stream } from "@onsager/random";
import { rejectKind, requireInteger } from "../argument-checks.ts";

/** Requires what every `sample` takes: a dimension from 1 to 2^32 - 1 and a stream of `@onsager/random`. */
export function requireDraw(call: string, dimension: number, random: Stream): void {
  requireInteger(call, "dimension", dimension, 1, 2 ** 32 - 1);
  if (typeof random?.skip !== "function") rejectKind(call, "random", "be a stream", random);
}
