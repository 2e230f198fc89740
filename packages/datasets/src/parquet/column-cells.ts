import type { ColumnMetaData } from "hyparquet";
import type { Budget } from "../limits.ts";
import type { Refuse } from "../refuse.ts";
import type { Cell } from "../table.ts";
import type { Field } from "./field.ts";
import { type Page, pagesOf } from "./pages.ts";
import { decodePlain, type Stored } from "./plain.ts";
import { type DataPage, dataPageOf, decodeValues } from "./values.ts";
import { whole } from "./whole.ts";

/** A column in one row group. */
export interface Chunk {
  readonly field: Field;
  readonly rows: number;
  /** Where its pages are, and how they are compressed. */
  readonly metadata: ColumnMetaData;
}

/** The cells of a column in one row group: null where no value is stored. */
export function* columnCells(
  bytes: Uint8Array,
  chunk: Chunk,
  budget: Budget,
  refuse: Refuse,
): Generator<Cell> {
  const { field, rows } = chunk;
  const rule = `have ${rows} cells of ${field.name} in a row group`;
  let dictionary: ArrayLike<Stored> | undefined;
  let seen = 0;
  if (rows === 0) return;
  for (const page of pagesOf(bytes, chunk.metadata, budget, refuse)) {
    if (page.header.type === "DICTIONARY_PAGE") dictionary = readDictionary(page, field, refuse);
    else {
      const data = dataPageOf(page, field.optional, rows - seen, refuse);
      yield* cellsOf(data, decodeValues(data, field.type, dictionary, refuse), field);
      seen += data.present.length;
    }
    // Some writers pad a column behind its last page.
    if (seen === rows) return;
  }
  if (seen !== rows) refuse(rule, seen);
}

function readDictionary({ header, body }: Page, field: Field, refuse: Refuse): ArrayLike<Stored> {
  const count = whole(header.dictionary_page_header?.num_values, "the values of a dictionary", refuse);
  return decodePlain(field.type, body, count, refuse);
}

function* cellsOf({ present }: DataPage, values: ArrayLike<Stored>, field: Field): Generator<Cell> {
  let next = 0;
  for (const one of present) yield one === 1 ? field.meaning(values[next++]!) : null;
}
