import type { ColumnMetaData, PageHeader } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import type { Budget } from "../limits.ts";
import { type Refuse, refusing } from "../refuse.ts";
import { unsnappy } from "./snappy.ts";
import { thriftEnd } from "./thrift-end.ts";
import { whole } from "./whole.ts";

/** A page of a column: what its header says, and its bytes, of which the first `levels` say which cells are missing. */
export interface Page {
  readonly header: PageHeader;
  readonly levels: Uint8Array | undefined;
  readonly body: Uint8Array;
}

/** The pages of a column chunk, decompressed one by one. */
export function* pagesOf(
  bytes: Uint8Array,
  chunk: ColumnMetaData,
  budget: Budget,
  refuse: Refuse,
): Generator<Page> {
  const { codec } = chunk;
  if (codec !== "SNAPPY" && codec !== "UNCOMPRESSED")
    refuse("be compressed by SNAPPY or not at all", String(codec));
  const content = chunkBytes(bytes, chunk, refuse);
  for (let offset = 0; offset < content.length; ) {
    const start = thriftEnd(content, offset, refuse);
    const header = headerAt(content, offset, refuse);
    const end = start + whole(header.compressed_page_size, "the size of a page", refuse);
    if (end > content.length)
      refuse("hold whole pages", `one that ends ${end - content.length} bytes behind its column`);
    yield openPage(content.subarray(start, end), header, codec, budget, refuse);
    offset = end;
  }
}

function chunkBytes(bytes: Uint8Array, chunk: ColumnMetaData, refuse: Refuse): Uint8Array {
  const data = whole(chunk.data_page_offset, "the place of a column", refuse);
  // A dictionary lies before the data; some writers say 0 for none.
  const dictionary = whole(chunk.dictionary_page_offset ?? 0, "the place of a dictionary", refuse);
  const start = dictionary > 0 && dictionary < data ? dictionary : data;
  const end = start + whole(chunk.total_compressed_size, "the size of a column", refuse);
  return end <= bytes.length
    ? bytes.subarray(start, end)
    : refuse("hold whole columns", `one that ends ${end - bytes.length} bytes behind the file`);
}

function headerAt(content: Uint8Array, offset: number, refuse: Refuse): PageHeader {
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  return refusing(refuse, "have a header before each page", () => parquetHeader({ view, offset }));
}

function openPage(
  content: Uint8Array,
  header: PageHeader,
  codec: string,
  budget: Budget,
  refuse: Refuse,
): Page {
  const size = whole(header.uncompressed_page_size, "the size of a page", refuse);
  const v2 = header.data_page_header_v2;
  const levels =
    header.type === "DATA_PAGE_V2" && v2
      ? whole(v2.definition_levels_byte_length, "the size of levels", refuse)
      : 0;
  if (v2?.repetition_levels_byte_length) refuse("have columns of single values", "repetition levels");
  if (levels > content.length || levels > size) refuse("hold whole pages", "levels beyond their page");
  budget(size);
  const rest = content.subarray(levels);
  const plain = codec === "UNCOMPRESSED" || v2?.is_compressed === false;
  if (plain && content.length !== size) refuse("hold pages of the size that they say", content.length);
  const body = plain ? rest : unsnappy(rest, size - levels, refuse);
  return { header, levels: v2 ? content.subarray(0, levels) : undefined, body };
}
