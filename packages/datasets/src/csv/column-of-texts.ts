import type { Cell, Column } from "../table.ts";
import { columnOfCells } from "../tables/column-of-cells.ts";

const missing = /^(?:NA|<NA>)?$/;
const whole = /^\s*[+-]?\d{1,19}\s*$/;
const finite = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const truth = /^(?:true|false)$/i;
const special: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
]);

/** The column that texts of cells mean: numbers, truth values or texts. */
export function columnOfTexts(texts: readonly string[]): Column {
  const present = texts.filter((text) => !missing.test(text));
  const read = present.length === 0 ? String : readerOf(present);
  return columnOfCells(texts.map((text) => (missing.test(text) ? null : read(text))));
}

function readerOf(texts: readonly string[]): (text: string) => Cell {
  if (texts.every((text) => truth.test(text))) return (text) => text.toLowerCase() === "true";
  if (!texts.every((text) => finite.test(text) || specialOf(text) !== undefined)) return (text) => text;
  return isLarge(texts) ? BigInt : (text) => specialOf(text) ?? Number(text);
}

function specialOf(text: string): number | undefined {
  return special.get(text.trim().toLowerCase().replace(/^\+/, "").replace("infinity", "inf"));
}

/** Whether these are whole numbers of which some is not exact in float64, and all fit 64 bits. */
function isLarge(texts: readonly string[]): boolean {
  if (!texts.every((text) => whole.test(text))) return false;
  if (texts.every((text) => Number.isSafeInteger(Number(text)))) return false;
  return texts.every((text) => BigInt.asIntN(64, BigInt(text)) === BigInt(text));
}
