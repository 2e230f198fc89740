import { rejectKind } from "../argument-checks.ts";
import type { Cell, Column, Table } from "../table.ts";
import { columnOfCells, kindOf } from "./column-of-cells.ts";

/**
 * The table that has these rows. A row that lacks a column has a missing cell there.
 *
 * @param rows - one record of numbers, texts and truth values a row; null where a cell is missing
 * @returns columns in the order in which the rows name them first
 * @throws TypeError when a column has cells of several kinds, or what is not a cell
 */
export function tableFromRows(rows: readonly Readonly<Record<string, Cell>>[]): Table {
  if (!Array.isArray(rows)) rejectKind("tableFromRows", "rows", "be an array of records", rows);
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Array.from(names, (name): [string, Column] => {
    const cells = rows.map((row) => (Object.hasOwn(row, name) ? (row[name] ?? null) : null));
    if (kindOf(cells) === undefined)
      rejectKind("tableFromRows", `column ${name}`, "hold cells of one kind", kinds(cells));
    return [name, columnOfCells(cells)];
  });
  return { rows: rows.length, columns: Object.fromEntries(columns) };
}

function kinds(cells: readonly Cell[]): string {
  return [...new Set(cells.map((cell) => (cell === null ? "null" : typeof cell)))].join(", ");
}
