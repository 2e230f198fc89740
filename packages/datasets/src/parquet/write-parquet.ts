import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { rejectKind } from "../argument-checks.ts";
import type { Column, Table } from "../table.ts";
import { kindOf } from "../tables/column-of-cells.ts";
import { requireTable } from "../tables/require-table.ts";

type ColumnType = Pick<ColumnSource, "type" | "encoding">;

// In a dictionary 0 and -0 would be one value.
const types: Readonly<Record<"number" | "bigint" | "string" | "boolean", ColumnType>> = {
  number: { type: "DOUBLE", encoding: "PLAIN" },
  bigint: { type: "INT64" },
  string: { type: "STRING" },
  boolean: { type: "BOOLEAN" },
};

/**
 * Writes a table as Parquet, compressed by snappy, so that `readParquet`, pandas and DuckDB read the same cells.
 *
 * Numbers are doubles, exactly; large integers INT64, texts UTF-8, truth values booleans. A column without a missing cell is required.
 * The same table gives the same bytes.
 *
 * @param table - one or more columns of equal length
 * @returns the file
 * @throws TypeError when there is no column, columns differ in length or a column has cells of several kinds
 */
export function writeParquet(table: Table): Uint8Array {
  requireTable("writeParquet", table);
  const columns = Object.entries(table.columns);
  if (columns.length === 0) rejectKind("writeParquet", "table", "have a column", table);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(([name, data]) => sourceOf(name, data)),
      createdBy: "onsager",
    }),
  );
}

function sourceOf(name: string, column: Column): ColumnSource {
  const data = Array.isArray(column) ? [...column] : (column as Float64Array | BigInt64Array);
  return {
    name,
    data,
    nullable: Array.isArray(data) && data.includes(null),
    ...types[kindOf(column) ?? "number"],
  };
}
