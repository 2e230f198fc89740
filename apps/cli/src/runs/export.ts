import {
  type ArrayInput,
  type Column,
  rowsFromTable,
  writeCsv,
  writeNpz,
  writeParquet,
} from "@onsager/datasets";
import { type RunRecord, readRun, runTable } from "@onsager/sweeps";
import { unknownName } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

const writers: Readonly<
  Record<string, { readonly binary: boolean; write(run: RunRecord): string | Uint8Array }>
> = {
  csv: { binary: false, write: (run) => writeCsv(runTable(run)) },
  json: { binary: false, write: (run) => `${JSON.stringify(rowsFromTable(runTable(run)))}\n` },
  parquet: { binary: true, write: (run) => writeParquet(runTable(run)) },
  npz: { binary: true, write: (run) => writeNpz(arraysOf(run)) },
};

/** The formats of `onsager export`. */
export const exportFormats: readonly string[] = Object.keys(writers);

/**
 * The results of a run in a format.
 *
 * @param directory - of a run
 * @param format - of `exportFormats`
 * @param toFile - whether they go to a file, as binary formats must
 * @throws UsageError for an unknown format, a binary one without a file, or a run without results
 */
export function exported(directory: string, format: string, toFile: boolean): string | Uint8Array {
  const writer = writers[format] ?? unknownName("format", format, exportFormats);
  if (writer.binary && !toFile) throw new UsageError(`--format ${format} must have --out, a file`);
  const run = readRun(directory);
  if (run.rows.length === 0) throw new UsageError(`${directory} has no results yet`);
  return writer.write(run);
}

/** Numeric columns as vectors, and the arrays of all trials, each of one length, as matrices with a row a trial. */
function arraysOf(run: RunRecord): Record<string, ArrayInput> {
  const columns = Object.entries(runTable(run).columns).flatMap(([name, column]): [string, ArrayInput][] => {
    const numbers = numeric(column);
    return numbers === undefined ? [] : [[name, numbers]];
  });
  return Object.fromEntries([...columns, ...stacked(run)]);
}

function numeric(column: Column): Float64Array | undefined {
  if (column instanceof Float64Array) return column;
  const cells = Array.from(column as ArrayLike<unknown>);
  if (!cells.every((cell) => cell === null || typeof cell === "number" || typeof cell === "boolean"))
    return undefined;
  return Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell)));
}

function stacked({ rows }: RunRecord): [string, ArrayInput][] {
  const names = new Set(rows.flatMap(({ result }) => Object.keys(result)));
  return [...names].flatMap((name): [string, ArrayInput][] => {
    const arrays = rows.map(({ result }) => result[name]).filter((value) => value instanceof Float64Array);
    const length = arrays[0]?.length;
    if (
      length === undefined ||
      arrays.length < rows.length ||
      !arrays.every((array) => array.length === length)
    )
      return [];
    const data = new Float64Array(rows.length * length);
    for (const [i, array] of arrays.entries()) data.set(array, i * length);
    return [[name, { shape: [rows.length, length], data }]];
  });
}
