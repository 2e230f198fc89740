import { readFileSync } from "node:fs";
import { extname } from "node:path";
import {
  type NdArray,
  numericColumn,
  readCsv,
  readNpy,
  readNpz,
  readParquet,
  type Table,
} from "@onsager/datasets";
import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

/** What a file holds: arrays by name, or a table. */
export type Content =
  | {
      /** Of a `.npy` (under the name `""`) or `.npz` file. */
      readonly arrays: Readonly<Record<string, NdArray>>;
    }
  | {
      /** Of a `.csv` or `.parquet` file. */
      readonly table: Table;
    };

const readers: Readonly<Record<string, (bytes: Uint8Array) => Content | Promise<Content>>> = {
  ".npy": (bytes) => ({ arrays: { "": readNpy(bytes) } }),
  ".npz": (bytes) => ({ arrays: readNpz(bytes) }),
  ".csv": (bytes) => ({ table: readCsv(bytes) }),
  ".parquet": async (bytes) => ({ table: await readParquet(bytes) }),
};

/**
 * Reads a data file by its extension.
 *
 * @param file - `.npy`, `.npz`, `.csv` or `.parquet`
 * @throws UsageError for an unknown extension, or a file that cannot be read or is not what it says
 */
export async function readFile(file: string): Promise<Content> {
  const extension = extname(file).toLowerCase();
  const read = readers[extension];
  if (read === undefined) {
    throw new UsageError(
      `${file} must be one of ${Object.keys(readers).join(", ")}, got ${extension || "no extension"}`,
    );
  }
  try {
    return await read(new Uint8Array(readFileSync(file)));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/**
 * The array of a name in arrays; without a name, the only one.
 *
 * @param file - for messages
 * @param arrays - of a file
 * @param key - as typed
 * @throws UsageError where it is not there, or not the only one
 */
export function arrayOf(
  file: string,
  arrays: Readonly<Record<string, NdArray>>,
  key: string | undefined,
): NdArray {
  const names = Object.keys(arrays);
  if (key !== undefined) return arrays[key] ?? unknownName(`array of ${file}`, key, names);
  if (names.length !== 1) throw new UsageError(`${file} holds ${names.join(", ")}: say which with --key`);
  return arrays[names[0]!]!;
}

/**
 * A column of a table.
 *
 * @param file - for messages
 * @param table - of a file
 * @param name - of the column
 * @throws UsageError where it is not there or holds no numbers
 */
export function columnOf(file: string, table: Table, name: string): Float64Array {
  if (!Object.hasOwn(table.columns, name)) unknownName(`column of ${file}`, name, Object.keys(table.columns));
  return numericColumn(table, name);
}
