import { rejectKind, requireInteger } from "../argument-checks.ts";
import type { Table } from "../table.ts";
import { kindOf } from "./column-of-cells.ts";

/** Requires columns of `rows` cells each, each column of one kind. */
export function requireTable(call: string, table: Table): void {
  const whole =
    typeof table === "object" &&
    table !== null &&
    typeof table.columns === "object" &&
    table.columns !== null;
  if (!whole) rejectKind(call, "table", "be a table of rows and columns", table);
  requireInteger(call, "table.rows", table.rows, 0, Number.MAX_SAFE_INTEGER);
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.length !== table.rows)
      rejectKind(call, `column ${name}`, `have ${table.rows} cells`, column.length);
    if (kindOf(column) === undefined) rejectKind(call, `column ${name}`, "hold cells of one kind", column);
  }
}
