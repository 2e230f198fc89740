import { type FileMetaData, parquetMetadata } from "hyparquet";
import { type Refuse, refusing } from "../refuse.ts";
import { thriftEnd } from "./thrift-end.ts";

const magic = "PAR1";

/** The metadata at the end of a Parquet file. Its fields are as the file has them: of no type that is certain. */
export function readFooter(bytes: Uint8Array, refuse: Refuse): FileMetaData {
  const [first, last] = [textAt(bytes, 0), textAt(bytes, bytes.length - 4)];
  if (last === "PARE") refuse("be a Parquet file that is not encrypted", last);
  if (bytes.length < 12 || first !== magic || last !== magic)
    refuse("begin and end with PAR1", `${first} and ${last}`);
  const end = bytes.length - 8;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end, true);
  if (length > end - 4) refuse(`have metadata of at most ${end - 4} bytes`, length);
  const found = thriftEnd(bytes.subarray(0, end), end - length, refuse);
  if (found !== end) refuse(`have ${length} bytes of metadata`, found - (end - length));
  return refusing(refuse, "have metadata of Parquet", () => parquetMetadata(bytes, { geoparquet: false }));
}

function textAt(bytes: Uint8Array, start: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, start), Math.max(0, start) + 4));
}
