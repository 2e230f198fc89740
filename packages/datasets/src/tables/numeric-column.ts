import { rejectKind } from "../argument-checks.ts";
import type { Table } from "../table.ts";
import { kindOf } from "./column-of-cells.ts";

/**
 * A column of numbers to compute with.
 *
 * @param table - a table
 * @param name - the name of one of its columns
 * @returns its numbers; NaN where a cell is missing, 0 and 1 for truth values
 * @throws TypeError when there is no such column, or it holds texts
 */
export function numericColumn(table: Table, name: string): Float64Array {
  const { columns } = table;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!column) rejectKind("numericColumn", "name", `be a column (${Object.keys(columns).join(", ")})`, name);
  const kind = kindOf(column);
  if (kind === "string" || kind === undefined)
    rejectKind("numericColumn", `column ${name}`, "hold numbers", firstText(column));
  return Float64Array.from(column as readonly unknown[], (cell) =>
    cell === null ? Number.NaN : Number(cell),
  );
}

function firstText(column: Iterable<unknown>): unknown {
  for (const cell of column) if (typeof cell === "string") return cell;
  return "cells of several kinds";
}
