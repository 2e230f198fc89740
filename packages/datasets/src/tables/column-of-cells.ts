import type { Cell, Column } from "../table.ts";

/** What the cells of a column are, null when all are missing. Undefined when they are not of one kind. */
export function kindOf(cells: Column): "number" | "bigint" | "string" | "boolean" | null | undefined {
  let kind: ReturnType<typeof kindOf> = null;
  for (const cell of cells) {
    if (cell === null) continue;
    const own = typeof cell;
    if (own !== "number" && own !== "bigint" && own !== "string" && own !== "boolean") return undefined;
    if (kind !== null && kind !== own) return undefined;
    kind = own;
  }
  return kind;
}

/** The column that holds cells of one kind in the form that `Column` says. Integers become numbers where all are below 2^53. */
export function columnOfCells(cells: readonly Cell[]): Column {
  const kind = kindOf(cells);
  if (kind === "bigint" && cells.every((cell) => cell === null || Number.isSafeInteger(Number(cell)))) {
    return columnOfCells(cells.map((cell) => (cell === null ? null : Number(cell))));
  }
  if (cells.includes(null) || cells.length === 0) return cells.length === 0 ? new Float64Array(0) : cells;
  if (kind === "number") return Float64Array.from(cells as readonly number[]);
  return kind === "bigint" ? BigInt64Array.from(cells as readonly bigint[]) : cells;
}
