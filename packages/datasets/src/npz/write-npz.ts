import { zipSync } from "fflate";
import { rejectKind } from "../argument-checks.ts";
import { type ArrayInput, formatNpy } from "../npy/write-npy.ts";
import { refusal } from "../refuse.ts";
import { requireSafeName } from "./entry-name.ts";

/** How to write an npz file. */
export interface NpzOptions {
  /** Whether to deflate the arrays, as `np.savez_compressed` does; default false. */
  readonly compress?: boolean;
}

/**
 * Writes arrays so that `np.load` reads them back exactly by their names.
 *
 * The same arrays give the same bytes: entries are dated 1980-01-01.
 *
 * @param arrays - arrays by name; a typed array is one of one dimension
 * @param options - whether to deflate
 * @returns the file
 * @throws TypeError when a name would leave a folder, or an array's entries, shape and type do not fit one another
 */
export function writeNpz(arrays: Readonly<Record<string, ArrayInput>>, options: NpzOptions = {}): Uint8Array {
  if (typeof arrays !== "object" || arrays === null)
    rejectKind("writeNpz", "arrays", "be arrays by name", arrays);
  const refuse = refusal("writeNpz", "arrays");
  const files = Object.entries(arrays).map(([name, array]) => {
    requireSafeName(name, refuse);
    return [`${name}.npy`, formatNpy("writeNpz", `arrays.${name}`, array)];
  });
  return zipSync(Object.fromEntries(files), { level: options.compress ? 6 : 0, mtime: new Date(1980, 0, 1) });
}
