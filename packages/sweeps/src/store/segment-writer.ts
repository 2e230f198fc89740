import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";

/** Most time that a record waits for its way to the disk. */
const SYNC_MS = 200;

/** Appends whole lines to a file that no other writes to. */
export interface SegmentWriter {
  /** The file's number, by which its name can be compared with what is there now. */
  readonly inode: number;
  /**
   * Appends lines. When it returns they outlive the process; the disk has them 200 ms later, or at once if there was none in the
   * last 200 ms.
   *
   * @throws Error if they do not fit on the disk; what was written of them is cut off again
   */
  append(lines: string): void;
  /** Brings everything to the disk and closes the file. */
  close(): void;
}

function endsInLine(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === 10);
}

/** Writes all bytes or throws; a system may write some of them first. */
function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Cuts off what was written of lines that did not fit, and gives what the next ones must begin with so as not to be glued to it. */
function cutBack(file: number, size: number, glue: string): string {
  try {
    ftruncateSync(file, size);
    return glue;
  } catch {
    return "\n";
  }
}

/**
 * Opens a segment to append to it. If it holds something that does not end in a newline, which a killed writer left, it begins on
 * a line of its own.
 *
 * @param onError - called with the error of a later synchronisation with the disk
 */
export function openSegment(path: string, onError: (error: Error) => void): SegmentWriter {
  const file = openSync(path, "a+");
  const { size: found, ino } = fstatSync(file);
  let size = found;
  let glue = endsInLine(file, size) ? "" : "\n";
  let resting: NodeJS.Timeout | "synchronising" | undefined;
  let pending = false;
  let closed = false;

  const rest = (): void => {
    resting = setTimeout(() => {
      resting = undefined;
      if (pending) synchronise();
    }, SYNC_MS).unref();
  };
  const synchronise = (): void => {
    pending = false;
    resting = "synchronising";
    fdatasync(file, (error) => {
      if (closed) return;
      if (error === null) rest();
      else onError(error);
    });
  };
  const append = (lines: string): void => {
    const bytes = Buffer.from(glue + lines);
    try {
      writeAll(file, bytes);
    } catch (error) {
      glue = cutBack(file, size, glue);
      throw error;
    }
    glue = "";
    size += bytes.length;
    pending = true;
    if (resting === undefined) synchronise();
  };
  const close = (): void => {
    closed = true;
    if (resting !== "synchronising") clearTimeout(resting);
    try {
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  };
  return { inode: ino, append, close };
}
