import type { Outcome } from "../trials/load-trial.ts";
import type { Row, Value } from "../trials/row.ts";
import { arraysOf, readArrays, writeArrays } from "./arrays.ts";
import { decodeCell, encodeCell } from "./cells.ts";
import type { RowRecord } from "./records.ts";

function cellsOf(row: Row): Record<string, Value> {
  const cells = Object.entries(row).filter(
    (entry): entry is [string, Value] => !(entry[1] instanceof Float64Array),
  );
  return Object.fromEntries(cells.map(([name, value]) => [name, encodeCell(value)]));
}

/** The record of a result, whose arrays are on disk when this returns. */
export function toRowRecord(
  directory: string,
  key: string,
  { row, seconds }: Outcome,
  backend: string | undefined,
): RowRecord {
  const arrays = arraysOf(row);
  return {
    kind: "row",
    key,
    row: cellsOf(row),
    ...(arrays === undefined ? {} : { arrays: writeArrays(directory, key, arrays) }),
    seconds: Number(seconds.toPrecision(6)),
    ...(backend === undefined ? {} : { backend }),
  };
}

/** The cells of a record, without its arrays. */
export function cellsOfRecord({ row }: RowRecord): Record<string, Value> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, decodeCell(value)]));
}

/** The result that a record was made of; undefined if its arrays are not there as they were written. */
export function rowOfRecord(directory: string, record: RowRecord): Row | undefined {
  const cells = cellsOfRecord(record);
  if (record.arrays === undefined) return cells;
  const arrays = readArrays(directory, record.arrays);
  return arrays === undefined ? undefined : { ...cells, ...arrays };
}
