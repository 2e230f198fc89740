import type { Refuse } from "../refuse.ts";

/** A count or a place from a file's metadata: a whole number, or a refusal. */
export function whole(value: unknown, name: string, refuse: Refuse): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  const sound = typeof number === "number" && Number.isSafeInteger(number) && number >= 0;
  return sound ? number : refuse(`have a whole number for ${name}`, value);
}
