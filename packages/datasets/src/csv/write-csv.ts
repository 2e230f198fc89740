import Papa from "papaparse";
import type { Cell, Table } from "../table.ts";
import { requireTable } from "../tables/require-table.ts";

/**
 * Writes a table as CSV (RFC 4180 with line feeds) so that `readCsv` and pandas read the same numbers.
 *
 * Numbers have the fewest digits that tell them from all others; a missing cell is empty. CSV does not say what a cell is: a text that
 * looks like a number, a truth value or a missing cell is read as that. Parquet keeps them.
 *
 * @param table - columns of equal length
 * @returns the text, with a header line
 * @throws TypeError when columns differ in length or a column has cells of several kinds
 */
export function writeCsv(table: Table): string {
  requireTable("writeCsv", table);
  const columns = Object.values(table.columns);
  const lines = Array.from({ length: table.rows }, (_, row) =>
    columns.map((column) => textOf(column[row] ?? null, columns.length)),
  );
  return `${Papa.unparse({ fields: Object.keys(table.columns), data: lines }, { newline: "\n" })}\n`;
}

/** The text of a cell. Alone in its line a missing one says so: blank lines are left out on reading. */
function textOf(cell: Cell, columns: number): string {
  if (cell === null) return columns === 1 ? "NA" : "";
  return typeof cell === "number" ? textOfNumber(cell) : String(cell);
}

/** Whole floats beyond 2^53 have an exponent, which tells them from integers of 64 bits. */
function textOfNumber(x: number): string {
  if (Object.is(x, -0)) return "-0.0";
  return Number.isInteger(x) && !Number.isSafeInteger(x) ? x.toExponential() : String(x);
}
