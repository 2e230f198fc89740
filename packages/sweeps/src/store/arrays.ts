import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNpz, writeNpz } from "@onsager/datasets";
import type { Row } from "../trials/row.ts";
import { checksum } from "./checked-line.ts";
import type { ArrayFile } from "./records.ts";
import { writeDurably } from "./write-durably.ts";

/** Folder of the arrays in a run directory. */
export const arraysFolder = "arrays";

/** The arrays of a row by name; undefined if it has none. */
export function arraysOf(row: Row): Record<string, Float64Array> | undefined {
  const arrays = Object.entries(row).filter(([, value]) => value instanceof Float64Array);
  return arrays.length === 0 ? undefined : (Object.fromEntries(arrays) as Record<string, Float64Array>);
}

/** Writes the arrays of a task. The name has the task's hash and the file's checksum, so that another result never replaces this one. */
export function writeArrays(directory: string, key: string, arrays: Record<string, Float64Array>): ArrayFile {
  const bytes = writeNpz(arrays);
  const check = checksum(bytes);
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 16);
  const file = `${arraysFolder}/${hash}-${check}.npz`;
  writeDurably(join(directory, file), bytes);
  return { file, check };
}

/** The bytes of a file of arrays, or undefined if they are not there or not those that were written. */
function wholeFile(directory: string, { file, check }: ArrayFile): Uint8Array | undefined {
  try {
    const bytes = readFileSync(join(directory, file));
    return checksum(bytes) === check ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file of arrays is there as it was written. */
export function arraysAreWhole(directory: string, arrays: ArrayFile): boolean {
  return wholeFile(directory, arrays) !== undefined;
}

/** The arrays of a file by name, or undefined if it is not there as it was written. */
export function readArrays(directory: string, arrays: ArrayFile): Record<string, Float64Array> | undefined {
  const bytes = wholeFile(directory, arrays);
  if (bytes === undefined) return undefined;
  const entries = Object.entries(readNpz(bytes)).map(([name, { data }]) => [name, data as Float64Array]);
  return Object.fromEntries(entries) as Record<string, Float64Array>;
}
