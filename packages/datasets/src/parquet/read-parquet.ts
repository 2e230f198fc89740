import type { FileMetaData, RowGroup } from "hyparquet";
import { type Budget, budgetOf, type Limits } from "../limits.ts";
import { type Refuse, refusal, requireBytes } from "../refuse.ts";
import type { Cell, Column, Table } from "../table.ts";
import { columnOfCells } from "../tables/column-of-cells.ts";
import { type Chunk, columnCells } from "./column-cells.ts";
import { type Field, fieldsOf } from "./field.ts";
import { readFooter } from "./footer.ts";
import { whole } from "./whole.ts";

// A cell is a value, and its place in an array.
const cellBytes = 32;

/**
 * Reads a table from Parquet, as `DataFrame.to_parquet` of pandas writes it: flat, compressed by snappy or not at all.
 *
 * Floats of 16, 32 and 64 bits, booleans and texts are read exactly; integers become numbers, or exact BigInts where one of them is beyond
 * 2^53; dates and times become texts in ISO 8601. Lists, maps, structs, decimals, encrypted files and other compressions are refused.
 * Every length in the file is compared with its size, and with the limit, before memory is taken for it.
 *
 * @param bytes - the file
 * @param limits - most bytes that pages and cells may take; a cell counts as 32
 * @returns the columns in the order of the file
 * @throws TypeError or RangeError (in the promise) that says what is wrong with the file
 * @see Apache Parquet, https://parquet.apache.org/docs/file-format/
 */
export async function readParquet(bytes: Uint8Array, limits: Limits = {}): Promise<Table> {
  const refuse = refusal("readParquet", "bytes");
  const budget = budgetOf("readParquet", limits);
  const file = requireBytes("readParquet", bytes);
  const metadata = readFooter(file, refuse);
  const fields = fieldsOf(metadata.schema, refuse);
  const rows = rowsOf(metadata, refuse);
  budget(rows * fields.length * cellBytes);
  const columns = fields.map(
    (field, i) => [field.name, readColumn(file, metadata.row_groups, field, i, budget, refuse)] as const,
  );
  return { rows, columns: Object.fromEntries(columns) };
}

function rowsOf({ row_groups, num_rows }: FileMetaData, refuse: Refuse): number {
  const rows = whole(num_rows, "the number of rows", refuse);
  const sum = row_groups.reduce(
    (total, group) => total + whole(group.num_rows, "the rows of a group", refuse),
    0,
  );
  return sum === rows ? rows : refuse(`have ${rows} rows in its groups`, sum);
}

function readColumn(
  file: Uint8Array,
  groups: readonly RowGroup[],
  field: Field,
  i: number,
  budget: Budget,
  refuse: Refuse,
): Column {
  const cells: Cell[] = [];
  for (const group of groups) {
    for (const cell of columnCells(file, chunkOf(group, field, i, refuse), budget, refuse)) cells.push(cell);
  }
  const beyond = cells.find((cell) => typeof cell === "bigint" && BigInt.asIntN(64, cell) !== cell);
  return beyond === undefined ? columnOfCells(cells) : refuse("have integers below 2^63", beyond);
}

function chunkOf({ columns, num_rows }: RowGroup, field: Field, i: number, refuse: Refuse): Chunk {
  const metadata = columns[i]?.meta_data;
  const path = metadata?.path_in_schema;
  const own = path?.length === 1 && path[0] === field.name && !columns[i]?.file_path;
  if (!metadata || !own) refuse("have each column in each group", field.name);
  if (metadata.type !== field.type) refuse(`store ${field.name} as ${field.type}`, String(metadata.type));
  return { field, rows: whole(num_rows, "the rows of a group", refuse), metadata };
}
