import { unknownName } from "../nearest.ts";

const sizes = ["small", "medium", "paper"] as const;

/** A size of an experiment. */
export type Size = (typeof sizes)[number];

/**
 * The size of a name.
 *
 * @throws UsageError where there is none
 */
export function sizeOf(name: string): Size {
  return sizes.find((size) => size === name) ?? unknownName("size", name, sizes);
}
