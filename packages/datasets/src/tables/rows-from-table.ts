import type { Cell, Table } from "../table.ts";
import { requireTable } from "./require-table.ts";

/**
 * The rows of a table, each cell by the name of its column.
 *
 * @param table - columns of equal length
 * @returns one record a row; a missing cell is null
 * @throws TypeError when columns differ in length or a column has cells of several kinds
 */
export function rowsFromTable(table: Table): readonly Readonly<Record<string, Cell>>[] {
  requireTable("rowsFromTable", table);
  const columns = Object.entries(table.columns);
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]): [string, Cell] => [name, column[row] ?? null])),
  );
}
