import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import {
  type Cell,
  type Column,
  readParquet,
  rowsFromTable,
  type Table,
  writeParquet,
} from "../../src/index.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures", name));

function orMissing<T>(cell: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(cell, { freq: 4 });
}

const cellKinds: Record<string, fc.Arbitrary<Cell>> = {
  numbers: fc.double(),
  large: fc.bigInt({ min: 2n ** 60n, max: 2n ** 63n - 1n }),
  texts: fc.string({ unit: "grapheme" }),
  "truth.values": fc.boolean(),
};

/** Tables with a column of each kind, with and without missing cells. */
const tables: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 300 }).chain((rows) => {
  const column = (cell: fc.Arbitrary<Cell>) =>
    fc.array(cell, { minLength: rows, maxLength: rows, size: "max" });
  const kinds = Object.entries(cellKinds).flatMap(([name, cell]) => [
    [name, column(cell).map((cells) => packed(name, cells))] as const,
    // The last cell is missing: without a missing one the column would be packed.
    [`${name} or not`, column(orMissing(cell)).map((cells) => [...cells.slice(0, -1), null])] as const,
  ]);
  return fc.record<Record<string, Column>>(Object.fromEntries(kinds)).map((columns) => ({ rows, columns }));
});

function packed(name: string, cells: readonly Cell[]): Column {
  if (name === "numbers") return Float64Array.from(cells as number[]);
  return name === "large" ? BigInt64Array.from(cells as bigint[]) : cells;
}

test("every table comes back exactly, and hyparquet reads the same", async () => {
  const property = fc.asyncProperty(tables, async (table) => {
    const file = writeParquet(table);
    expect(await readParquet(file)).toEqual(table);
    expect(await parquetReadObjects({ file: file.buffer as ArrayBuffer })).toEqual(rowsFromTable(table));
  });
  await fc.assert(property, { seed: 1, numRuns: 30 });
});

test("long columns go over several groups and pages", async () => {
  const rows = 120_000;
  const table: Table = {
    rows,
    columns: {
      x: Float64Array.from({ length: rows }, (_, i) => Math.sin(i)),
      name: Array.from({ length: rows }, (_, i) => `name ${i % 1000}`),
      gap: Array.from({ length: rows }, (_, i) => (i % 10 < 5 ? null : i)),
    },
  };
  expect(await readParquet(writeParquet(table))).toEqual(table);
});

test("the same table gives the same bytes", () => {
  const table = { rows: 2, columns: { a: Float64Array.of(1, -0) } };
  expect(writeParquet(table)).toEqual(writeParquet(table));
});

test("a table of no rows keeps its columns", async () => {
  const table = { rows: 0, columns: { a: new Float64Array(0), b: new Float64Array(0) } };
  expect(await readParquet(writeParquet(table))).toEqual(table);
});

test("what DuckDB wrote is read, its dates and times as texts", async () => {
  const rows = rowsFromTable(await readParquet(fixture("duckdb-table.parquet")));
  const expected = JSON.parse(fixture("duckdb-table.json").toString()) as Record<string, Cell>[];
  expect(rows).toHaveLength(300);
  const shown = rows
    .filter((_, i) => i < 12 || i > 295)
    .map((row) => ({
      ...row,
      row: `${row.row}`,
      large: `${row.large}`,
      moment: `${row.moment}`.replace("T", " ").replace(/(\.\d*?)0+$/, "$1"),
    }));
  expect(shown).toEqual(expected);
});

test("what pandas wrote in groups of rows is read, by its index too", async () => {
  const { rows, columns } = await readParquet(fixture("pandas-row-groups.parquet"));
  expect(rows).toBe(15);
  expect(Object.values(columns)[0]).toEqual(Float64Array.from({ length: 15 }, (_, i) => i + 1));
});

const written = (column: Parameters<typeof parquetWriteBuffer>[0]["columnData"][number]) =>
  new Uint8Array(parquetWriteBuffer({ columnData: [column] }));

test("other types that hold numbers, texts and times are read", async () => {
  const file = new Uint8Array(
    parquetWriteBuffer({
      codec: "UNCOMPRESSED",
      schema: [
        { name: "root", num_children: 6 },
        {
          name: "half",
          type: "FIXED_LEN_BYTE_ARRAY",
          type_length: 2,
          logical_type: { type: "FLOAT16" },
          repetition_type: "REQUIRED",
        },
        { name: "small", type: "INT32", converted_type: "UINT_32", repetition_type: "REQUIRED" },
        { name: "huge", type: "INT64", converted_type: "UINT_64", repetition_type: "OPTIONAL" },
        { name: "single", type: "FLOAT", repetition_type: "REQUIRED" },
        { name: "milli", type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "REQUIRED" },
        {
          name: "nano",
          type: "INT64",
          logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "NANOS" },
          repetition_type: "REQUIRED",
        },
      ],
      columnData: [
        { name: "half", data: [0.5, -2] },
        { name: "small", data: [4_000_000_000, 1] },
        { name: "huge", data: [2n ** 62n, null] },
        { name: "single", data: Float32Array.of(0.5, 1.5) },
        { name: "milli", data: [new Date(-1), new Date(86_400_000)] },
        { name: "nano", data: [1n, -1n] },
      ],
    }),
  );
  expect((await readParquet(file)).columns).toEqual({
    half: Float64Array.of(0.5, -2),
    small: Float64Array.of(4_000_000_000, 1),
    huge: [2n ** 62n, null],
    single: Float64Array.of(0.5, 1.5),
    milli: ["1969-12-31T23:59:59.999Z", "1970-01-02T00:00:00Z"],
    nano: ["1970-01-01T00:00:00.000000001", "1969-12-31T23:59:59.999999999"],
  });
});

test.each([
  [
    "identifiers",
    written({ name: "a", data: ["00000000-0000-0000-0000-000000000000"], type: "UUID" }),
    "have columns of numbers, texts, truth values and times",
  ],
  [
    "an encoding by differences",
    written({ name: "a", data: [1, 2, 3], type: "INT32", encoding: "DELTA_BINARY_PACKED" }),
    "be encoded as PLAIN, RLE or by a dictionary",
  ],
  [
    "unsigned integers from 2^63 on",
    new Uint8Array(
      parquetWriteBuffer({
        schema: [
          { name: "root", num_children: 1 },
          { name: "a", type: "INT64", converted_type: "UINT_64", repetition_type: "REQUIRED" },
        ],
        columnData: [{ name: "a", data: [2n ** 63n] }],
      }),
    ),
    "have integers below 2\\^63",
  ],
  ["nothing", new Uint8Array(0), "begin and end with PAR1"],
  ["an encrypted file", new TextEncoder().encode("PAR1........PARE"), "not encrypted"],
  [
    "metadata longer than the file",
    new TextEncoder().encode("PAR1\xff\xff\xff\x7fPAR1"),
    "have metadata of at most",
  ],
])("refuses %s", async (_, file, rule) => {
  await expect(readParquet(file)).rejects.toThrow(new RegExp(`^readParquet: bytes must .*${rule}`));
});

test("refuses what is beyond the limit", async () => {
  const file = writeParquet({ rows: 1000, columns: { x: new Float64Array(1000) } });
  await expect(readParquet(file, { maxBytes: 10_000 })).rejects.toThrow(
    "readParquet: decoded data must take at most maxBytes = 10000 bytes, got 32000",
  );
});

test("refuses a table without columns", () => {
  expect(() => writeParquet({ rows: 0, columns: {} })).toThrow("writeParquet: table must have a column");
});
