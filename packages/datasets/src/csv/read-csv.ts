import Papa from "papaparse";
import { rejectKind } from "../argument-checks.ts";
import { budgetOf, type Limits } from "../limits.ts";
import { type Refuse, refusal } from "../refuse.ts";
import { repeated } from "../repeated.ts";
import type { Table } from "../table.ts";
import { columnOfTexts } from "./column-of-texts.ts";

/** How to read a CSV file, and how much at most. */
export interface CsvLimits extends Limits {
  /** What stands between cells: comma, semicolon or tab; default that which the header line has (a comma where it has several). */
  readonly delimiter?: "," | ";" | "\t";
}

const delimiters = [",", ";", "\t"] as const;
// A cell is a text, and its place in an array.
const cellBytes = 32;

/**
 * Reads a table with a header line from CSV (RFC 4180), as pandas and spreadsheets write it.
 *
 * A column of which every cell is a number is numeric, each the nearest float64 (`nan`, `inf` and `Infinity`, with or without sign, are
 * numbers); whole numbers beyond 2^53 are kept exactly where the whole column fits integers of 64 bits. A column of `true` and `false`,
 * in any case, is one of truth values. Everything else is text. Empty cells, `NA` and `<NA>` are missing. A byte order mark and blank
 * lines are left out.
 *
 * @param file - the text, or its bytes in UTF-8
 * @param limits - the delimiter, and most bytes that text and cells may take
 * @returns the columns by the names in the header
 * @throws TypeError when it is not text, a name comes twice, a quote is not closed, or a line has more or fewer cells than the header
 */
export function readCsv(file: string | Uint8Array, limits: CsvLimits = {}): Table {
  const refuse = refusal("readCsv", "file");
  const budget = budgetOf("readCsv", limits);
  const text = textOf(file, refuse);
  const { delimiter = delimiterOf(text) } = limits;
  const known = delimiters.includes(delimiter);
  if (!known) rejectKind("readCsv", "delimiter", "be a comma, a semicolon or a tab", delimiter);
  budget(text.length + cellBytes * cellsOf(text, delimiter));
  const [names, ...lines] = parse(text, delimiter, refuse);
  return tableOf(names ?? refuse("have a header line", "an empty file"), lines, refuse);
}

function textOf(file: string | Uint8Array, refuse: Refuse): string {
  const sound = typeof file === "string" || file instanceof Uint8Array;
  if (!sound) rejectKind("readCsv", "file", "be a text or a Uint8Array", file);
  const text = typeof file === "string" ? file.replace(/^\ufeff/, "") : decode(file, refuse);
  return text.includes("\0") ? refuse("be text", "a zero byte") : text;
}

function decode(bytes: Uint8Array, refuse: Refuse): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("be text in UTF-8", "other bytes");
  }
}

function delimiterOf(text: string): "," | ";" | "\t" {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, "");
  return delimiters.find((delimiter) => header.includes(delimiter)) ?? ",";
}

/** At most as many cells as there are. */
function cellsOf(text: string, delimiter: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === delimiter.charCodeAt(0)) count++;
  }
  return count;
}

function parse(text: string, delimiter: string, refuse: Refuse): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<readonly string[]>(text, { delimiter });
  const [error] = errors;
  if (error)
    refuse("have quotes around whole cells, each closed", `${error.message} in line ${(error.row ?? 0) + 1}`);
  return data.filter((line) => line.length > 1 || line[0] !== "");
}

function tableOf(names: readonly string[], lines: readonly (readonly string[])[], refuse: Refuse): Table {
  const twice = repeated(names);
  if (twice !== undefined) refuse("name each column once", twice);
  const ragged = lines.findIndex((line) => line.length !== names.length);
  if (ragged >= 0) refuse(`have ${names.length} cells in line ${ragged + 2}`, lines[ragged]!.length);
  const columns = names.map((name, i) => [name, columnOfTexts(lines.map((line) => line[i]!))] as const);
  return { rows: lines.length, columns: Object.fromEntries(columns) };
}
