import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import {
  type NdArray,
  readCsv,
  readNpy,
  readNpz,
  readParquet,
  type Table,
  writeCsv,
  writeNpy,
  writeNpz,
  writeParquet,
} from "../../src/index.ts";
import { damaged } from "./damaged.ts";
import { npyFile } from "./npy-file.ts";

/** A reader of untrusted files. */
export interface Reader {
  readonly name: string;
  /** Whole files of its format. */
  readonly corpus: readonly Uint8Array[];
  /** Damaged files; some of them are whole on the outside. */
  readonly damaged: fc.Arbitrary<Uint8Array>;
  read(bytes: Uint8Array): unknown;
}

const range = (length: number) => Float64Array.from({ length }, (_, i) => Math.sin(i) * 10 ** ((i % 9) - 4));
const wide: NdArray = { shape: [3, 4], data: range(12), dtype: "float64" };
const halves: NdArray = { shape: [2, 0, 2], data: new Float32Array(0), dtype: "float16" };
const flags: NdArray = { shape: [5], data: Uint8Array.of(0, 1, 1, 0, 1), dtype: "bool" };
const arrays = {
  wide,
  halves,
  flags,
  large: BigInt64Array.of(1n, -(2n ** 60n)),
  zeros: new Float64Array(2000),
};

const small: Table = {
  rows: 40,
  columns: {
    n: range(40),
    seed: BigInt64Array.from({ length: 40 }, (_, i) => 2n ** 60n + BigInt(i)),
    error: Array.from({ length: 40 }, (_, i) => (i % 7 === 0 ? null : i / 3)),
    name: Array.from({ length: 40 }, (_, i) => (i % 11 === 0 ? null : `a "${i % 3}", é\n`)),
    converged: Array.from({ length: 40 }, (_, i) => i % 2 === 0),
  },
};
const long: Table = {
  rows: 3000,
  columns: {
    x: range(3000).map(Math.round),
    constant: Array<null>(3000).fill(null),
    text: Array<string>(3000).fill("same"),
  },
};

const plain = [
  {
    name: "text",
    data: Array.from({ length: 100 }, (_, i) => (i % 9 === 0 ? null : `text ${i % 4}`)),
    type: "STRING" as const,
  },
  {
    name: "truth",
    data: Array.from({ length: 100 }, (_, i) => i % 7 < 3),
    type: "BOOLEAN" as const,
    nullable: false,
  },
];

const encode = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../fixtures", name)));

const npy = [
  ...Object.values(arrays).map((array) => writeNpy(array)),
  npyFile("{'descr': '>f4', 'fortran_order': True, 'shape': (2, 3), }\n", new Uint8Array(24)),
  npyFile("{'descr': '>i8', 'fortran_order': False, 'shape': (3,), }\n", new Uint8Array(24), 2),
];
const npz = [writeNpz(arrays), writeNpz(arrays, { compress: true }), writeNpz({ wide })];
const csv = [
  encode(writeCsv(small)),
  encode("\ufeffx;y\r\n1;2,5\r\n3;\r\n"),
  encode('a,b\n"x""y",1\n"line\nbreak",nan\n'),
  encode("n,error,seed\n100,1e-3,1\n200,5e-4,2\n"),
  fixture("pandas-table.csv"),
];
const parquet = [
  writeParquet(small),
  writeParquet(long),
  new Uint8Array(parquetWriteBuffer({ columnData: plain, codec: "UNCOMPRESSED" })),
  fixture("duckdb-table.parquet"),
  fixture("pandas-row-groups.parquet"),
];

/** A damaged array with the checksum that it has. */
const sealed = (bytes: Uint8Array) => zipSync({ "x.npy": bytes });

/** A damaged table that begins and ends as a table does, its metadata as long as it says. */
function framed(bytes: Uint8Array, whole: Uint8Array): Uint8Array {
  const out = bytes.slice();
  out.set(whole.subarray(0, 4));
  out.set(whole.subarray(-8), Math.max(0, out.length - 8));
  return out;
}

/** All readers of untrusted files. */
export const readers: readonly Reader[] = [
  { name: "readNpy", corpus: npy, damaged: damaged(npy), read: (bytes) => readNpy(bytes) },
  {
    name: "readNpz",
    corpus: npz,
    damaged: fc.oneof(damaged(npz), damaged(npy).map(sealed)),
    read: (bytes) => readNpz(bytes),
  },
  { name: "readCsv", corpus: csv, damaged: damaged(csv), read: (bytes) => readCsv(bytes) },
  {
    name: "readParquet",
    corpus: parquet,
    damaged: fc.oneof(
      ...parquet.map((whole) =>
        damaged([whole]).map((bytes) => (bytes.length < 12 ? bytes : framed(bytes, whole))),
      ),
    ),
    read: (bytes) => readParquet(bytes),
  },
];
