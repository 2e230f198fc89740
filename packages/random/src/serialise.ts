import { reject, rejectKind, requireInteger } from "./argument-checks.ts";
import type { Key } from "./key.ts";
import { requireStream, type Stream, streamAt } from "./stream.ts";

/** Version of the layout of keys, counters and laws; a change of numbers at a fixed seed changes it. */
const LAYOUT = 1;
const WORD = 2 ** 32 - 1;

/** All that a stream is, as plain data that JSON keeps exactly. */
export interface StreamState {
  /** Version of the layout of the bits. */
  readonly layout: number;
  /** The stream's key: two unsigned 32-bit words. */
  readonly key: Key;
  /** The stream's path. */
  readonly path: string;
  /** The index of the next value. */
  readonly position: number;
}

/**
 * The state of a stream: `restore(serialise(s))` continues as `s` does, without moving `s`.
 *
 * @throws TypeError if `stream` is no stream
 */
export function serialise(stream: Stream): StreamState {
  requireStream("serialise", stream);
  const { key, path, position } = stream;
  return { layout: LAYOUT, key: [key[0], key[1]], path, position };
}

/**
 * The stream of a state made by `serialise`, at the position it had.
 *
 * @param state - plain data, for example parsed from JSON
 * @throws TypeError if a field is missing or of the wrong kind; RangeError if the layout is another version's, or a word or the
 *   position is out of range
 */
export function restore(state: StreamState): Stream {
  if (typeof state !== "object" || state === null) rejectKind("restore", "state", "be an object", state);
  const { layout, key, path, position } = state;
  if (typeof layout !== "number") rejectKind("restore", "layout", `be ${LAYOUT}`, layout);
  if (layout !== LAYOUT) reject("restore", "layout", `be ${LAYOUT}`, layout);
  if (!Array.isArray(key) || key.length !== 2) rejectKind("restore", "key", "be a pair of words", key);
  for (const word of key) requireInteger("restore", "key", word, 0, WORD);
  if (typeof path !== "string") rejectKind("restore", "path", "be a string", path);
  requireInteger("restore", "position", position, 0, 2 ** 53);
  return streamAt([key[0], key[1]], path, position);
}
