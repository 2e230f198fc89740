import type { Cell, Column, Table } from "@onsager/datasets";
import type { RunRecord, TrialRow } from "./read-run.ts";

type Cells = Record<string, Cell>;

/** A part of a trial whose values become columns, and what its names are put behind if they are taken. */
interface Part {
  readonly prefix: string;
  cells(row: TrialRow): Readonly<Cells>;
}

const parts: readonly Part[] = [
  { prefix: "point", cells: ({ point }) => point },
  { prefix: "trial", cells: ({ replicate }) => ({ replicate }) },
  { prefix: "result", cells: scalars },
  {
    prefix: "trial",
    cells: ({ seconds, backend, arrays, writer }) => ({
      seconds,
      ...(backend === undefined ? {} : { backend }),
      ...(arrays === undefined ? {} : { arrays }),
      writer,
    }),
  },
];

function scalars({ result }: TrialRow): Cells {
  const cells = Object.entries(result).filter(([, value]) => !(value instanceof Float64Array));
  return Object.fromEntries(cells) as Cells;
}

/** The name itself, or behind the prefix as often as it takes to be free. */
function freeName(taken: ReadonlyMap<string, Column>, prefix: string, name: string): string {
  return taken.has(name) ? freeName(taken, prefix, `${prefix}.${name}`) : name;
}

/** The names of a part's values in the order in which they come first. */
function namesOf(rows: readonly Readonly<Cells>[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** A column of cells: as text if they are of several kinds, which a file of typed columns has not. */
function columnOf(cells: readonly Cell[]): Column {
  const kinds = new Set(cells.map((cell) => (cell === null ? "null" : typeof cell)));
  if (kinds.size === 1 && kinds.has("number")) return Float64Array.from(cells as readonly number[]);
  kinds.delete("null");
  return kinds.size < 2 ? cells : cells.map((cell) => (cell === null ? null : String(cell)));
}

/**
 * The results of a run as a table with a row a trial: its parameters, `replicate`, its values, `seconds`, `backend`, the path of
 * its `arrays`, `writer`. A name that is taken gets a prefix, such as `result.alpha`; values of several kinds under one name become
 * text.
 *
 * @param run - what `readRun` gives
 * @returns the table, in the order of the plan
 */
export function runTable(run: Pick<RunRecord, "rows">): Table {
  const columns = new Map<string, Column>();
  for (const { prefix, cells } of parts) {
    const found = run.rows.map(cells);
    for (const name of namesOf(found)) {
      const column = columnOf(found.map((row) => row[name] ?? null));
      columns.set(freeName(columns, prefix, name), column);
    }
  }
  return { rows: run.rows.length, columns: Object.fromEntries(columns) };
}
