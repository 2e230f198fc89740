import { budgetOf, type Limits } from "../limits.ts";
import type { NdArray } from "../nd-array.ts";
import { parseNpy } from "../npy/parse-npy.ts";
import { type Refuse, refusal, refusing, requireBytes } from "../refuse.ts";
import { crc32 } from "./crc32.ts";
import { arrayName } from "./entry-name.ts";
import { inflate } from "./inflate.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** What to read of an npz file, and how much at most. */
export interface NpzLimits extends Limits {
  /** Names of the arrays to read; default all. Others may then be of types that cannot be read. */
  readonly names?: readonly string[];
}

/**
 * Reads arrays that NumPy wrote with `np.savez` or `np.savez_compressed`.
 *
 * Sizes are compared with the limit before anything is inflated, and inflating stops at the size that was promised, so that a zip bomb
 * costs nothing; checksums are checked. Names that leave a folder (`../x`), names that come twice, encrypted entries and zip64 (archives
 * of 4 GiB and more) are refused.
 *
 * @param bytes - the file
 * @param limits - which arrays, and most bytes that they may take together
 * @returns the arrays by name, in the order of the file
 * @throws TypeError or RangeError that says what is wrong with the file
 * @see `readNpy` for the types that are read
 */
export function readNpz(bytes: Uint8Array, limits: NpzLimits = {}): Readonly<Record<string, NdArray>> {
  const refuse = refusal("readNpz", "bytes");
  const budget = budgetOf("readNpz", limits);
  const entries = namedEntries(requireBytes("readNpz", bytes), refuse);
  const names = limits.names ?? [...entries.keys()];
  const wanted = names.map(
    (name) =>
      [name, entries.get(name) ?? refuse(`hold the array ${name}`, [...entries.keys()].join(", "))] as const,
  );
  for (const [, { size }] of wanted) budget(size);
  return Object.fromEntries(wanted.map(([name, entry]) => [name, readEntry(name, entry)]));
}

/** Entries by the name of their array. */
function namedEntries(bytes: Uint8Array, refuse: Refuse): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(bytes, refuse)) {
    const name = arrayName(entry.name, refuse);
    if (entries.has(name)) refuse("name each array once", name);
    entries.set(name, entry);
  }
  return entries;
}

/** What its size, which is in the budget already, promises. */
function readEntry(name: string, entry: ZipEntry): NdArray {
  const refuse = refusal("readNpz", name);
  const { method, body, size, crc } = entry;
  const content = method === 0 ? body : refusing(refuse, "be deflated", () => inflate(body, size, refuse));
  if (crc32(content) !== crc) refuse("have the checksum that the archive says", crc32(content));
  return parseNpy(content, () => undefined, refuse);
}
