import type { Refuse } from "../refuse.ts";
import type { Field } from "./field.ts";
import type { Page } from "./pages.ts";
import { decodePlain, type Stored } from "./plain.ts";
import { decodeRuns } from "./runs.ts";
import { whole } from "./whole.ts";

/** A page of data, its levels read. */
export interface DataPage {
  readonly encoding: string;
  /** 1 for each cell that has a value, 0 for each that is missing. */
  readonly present: Uint32Array;
  /** The values of those that have one. */
  readonly body: Uint8Array;
}

/** What a page of data holds, which may be at most `most` cells. */
export function dataPageOf(page: Page, optional: boolean, most: number, refuse: Refuse): DataPage {
  const { type, data_page_header, data_page_header_v2 } = page.header;
  const header =
    type === "DATA_PAGE" ? data_page_header : type === "DATA_PAGE_V2" ? data_page_header_v2 : undefined;
  if (!header) refuse("hold pages of data and dictionaries", String(type));
  const count = whole(header.num_values, "the values of a page", refuse);
  if (count > most) refuse(`hold at most ${most} more cells in a row group`, count);
  return { encoding: String(header.encoding), ...splitLevels(page, optional, count, refuse) };
}

/** Levels lie before the values; those of the first version of pages begin with their length. */
function splitLevels(
  { levels, body }: Page,
  optional: boolean,
  count: number,
  refuse: Refuse,
): Omit<DataPage, "encoding"> {
  if (!optional) return { present: new Uint32Array(count).fill(1), body };
  if (levels) return { present: decodeRuns(levels, 1, count, refuse), body };
  const first = prefixed(body, refuse);
  return { present: decodeRuns(first, 1, count, refuse), body: body.subarray(4 + first.length) };
}

/** The bytes behind a length of four bytes, as many as it says. */
function prefixed(bytes: Uint8Array, refuse: Refuse): Uint8Array {
  if (bytes.length < 4) refuse("hold whole pages", `one of ${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return length <= bytes.length - 4
    ? bytes.subarray(4, 4 + length)
    : refuse("hold whole pages", `runs of ${length} bytes`);
}

/** The values of a page, as many as its cells that are not missing. */
export function decodeValues(
  page: DataPage,
  type: Field["type"],
  dictionary: ArrayLike<Stored> | undefined,
  refuse: Refuse,
): ArrayLike<Stored> {
  const { encoding, body, present } = page;
  const count = present.reduce((sum, one) => sum + one, 0);
  if (count === 0) return [];
  if (encoding === "PLAIN") return decodePlain(type, body, count, refuse);
  if (encoding === "RLE" && type === "BOOLEAN")
    return Array.from(decodeRuns(prefixed(body, refuse), 1, count, refuse), (bit) => bit === 1);
  const indexed = encoding === "PLAIN_DICTIONARY" || encoding === "RLE_DICTIONARY";
  if (!indexed) refuse("be encoded as PLAIN, RLE or by a dictionary", encoding);
  return indexValues(dictionary ?? refuse("have a dictionary before its data", "none"), body, count, refuse);
}

/** Values by their places in a dictionary, behind a byte that says how many bits a place has. */
function indexValues(
  dictionary: ArrayLike<Stored>,
  body: Uint8Array,
  count: number,
  refuse: Refuse,
): readonly Stored[] {
  const width = body[0] ?? refuse("hold whole pages", "an empty one");
  const places = decodeRuns(body.subarray(1), width, count, refuse);
  const beyond = places.find((place) => place >= dictionary.length);
  if (beyond !== undefined) refuse(`have places in a dictionary of ${dictionary.length} values`, beyond);
  return Array.from(places, (place) => dictionary[place]!);
}
