import { closeSync, openSync, readSync } from "node:fs";

const CHUNK = 2 ** 20;

/**
 * The lines of a file from a position on, without their newlines; what follows the last newline is no line yet.
 *
 * @returns the position behind the last newline
 */
export function* wholeLines(path: string, from: number): Generator<Buffer, number> {
  const file = openSync(path, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (let position = from; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(file, chunk, 0, CHUNK, position);
      if (count === 0) return position - rest.length;
      position += count;
      const bytes =
        rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
      rest = yield* linesOf(bytes);
    }
  } finally {
    closeSync(file);
  }
}

/** The lines of some bytes; gives back what follows the last newline. */
function* linesOf(bytes: Buffer): Generator<Buffer, Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  return bytes.subarray(start);
}
