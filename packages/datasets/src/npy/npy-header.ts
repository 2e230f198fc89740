import { type Storage, storageOfCode } from "../data-types.ts";
import type { Refuse } from "../refuse.ts";

/** What the header of an npy file says. */
export interface NpyHeader {
  readonly storage: Storage;
  readonly bigEndian: boolean;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

// One `'key': value` of a Python dictionary: a text, a truth value, a tuple, or the list of a structured type.
const entry =
  /\s*(?:'(\w+)'|"(\w+)")\s*:\s*(?:'([^']*)'|"([^"]*)"|(True|False)|\(([^()]*)\)|(\[))\s*(?:,|(?=\}))/y;
const most = 32;

/** Reads the dictionary of a header. */
export function parseNpyHeader(text: string, refuse: Refuse): NpyHeader {
  const values = parseDictionary(text, refuse);
  return {
    ...parseType(values.get("descr"), refuse),
    fortranOrder: parseTruth(values.get("fortran_order"), refuse),
    shape: parseShape(values.get("shape"), refuse),
  };
}

function parseDictionary(text: string, refuse: Refuse): Map<string, string> {
  const values = new Map<string, string>();
  const rule = "have a header with descr, fortran_order and shape";
  entry.lastIndex = text.startsWith("{") ? 1 : refuse(rule, text);
  for (let end = 1; !/^\s*\}\s*$/.test(text.slice(end, end + 2 ** 17)); end = entry.lastIndex) {
    const [, single, double, ...value] = entry.exec(text) ?? refuse(rule, text);
    const key = single ?? double ?? "";
    if (values.has(key) || values.size === 3) refuse(rule, text);
    values.set(key, value.find((part) => part !== undefined) ?? "");
  }
  return values;
}

function parseType(descr: string | undefined, refuse: Refuse): { storage: Storage; bigEndian: boolean } {
  if (descr === "[") refuse("hold plain numbers, not a structured type", descr);
  const [, order, code] = /^([<>|=]?)(\w+)$/.exec(descr ?? "") ?? [];
  if (code?.startsWith("O"))
    refuse("hold numbers, not objects: those are pickled, and a pickle may run any code", descr);
  const storage = storageOfCode(code ?? "");
  if (!storage) refuse("hold booleans, integers up to 64 bits or floats of 16, 32 or 64 bits", descr ?? "");
  return { storage, bigEndian: order === ">" };
}

function parseTruth(text: string | undefined, refuse: Refuse): boolean {
  if (text !== "True" && text !== "False") refuse("have a fortran_order of True or False", text);
  return text === "True";
}

function parseShape(text: string | undefined, refuse: Refuse): readonly number[] {
  if (text === undefined || !/^\s*(\d+L?\s*,\s*)*(\d+L?\s*)?$/.test(text))
    refuse("have a shape of whole numbers", text);
  const shape = text
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => Number.parseInt(part, 10));
  if (shape.length > most) refuse(`have at most ${most} dimensions`, shape.length);
  const wrong = shape.find((length) => !Number.isSafeInteger(length));
  if (wrong !== undefined) refuse("have a shape of whole numbers below 2^53", wrong);
  return shape;
}
