import { reject, rejectKind, requireInteger } from "./argument-checks.ts";
import { childKey, type Key, seedKey } from "./key.ts";
import { type Law, requireLaw } from "./law.ts";
import { integer } from "./laws/integer.ts";
import { normal } from "./laws/normal.ts";
import { normal32 } from "./laws/normal32.ts";
import { uniform } from "./laws/uniform.ts";
import { blockReader, type Reader } from "./reader.ts";

/**
 * A random stream: an infinite array of values for every law, each a pure function of (seed, path, index, law).
 *
 * Drawing reads the value at `position` and moves one on, whatever the law. Splitting reads nothing: the children of a stream
 * are the same before and after any draw, and in any order.
 */
export interface Stream {
  /** The two unsigned 32-bit words that, with a counter, make every bit of the stream. */
  readonly key: Key;
  /** The labels that lead from the root to this stream, joined by slashes; empty at the root. */
  readonly path: string;
  /** The index of the next value. */
  readonly position: number;
  /** The next value of `law`. */
  draw(law: Law): number;
  /**
   * Writes the values of `law` with indices `offset`, `offset + 1`, ... to the whole of `out`, so that filling in pieces gives
   * the same values as filling at once. Without `offset` it starts at `position` and moves on by `out.length`; with it,
   * `position` stays.
   *
   * @throws TypeError if `out` is no Float64Array or Float32Array; RangeError if an index is not in [0, 2^53)
   */
  fill(law: Law, out: Float64Array | Float32Array, offset?: number): void;
  /**
   * Moves on by `count` values without reading them, and gives the index it stood at: what a fill from elsewhere needs to take
   * the stream's next values.
   *
   * @throws RangeError if `count` is not an integer from 0 to 2^53 - position
   */
  skip(count: number): number;
  /** The next value of the uniform law on (0, 1). */
  uniform(): number;
  /** The next value of the standard normal law. */
  normal(): number;
  /**
   * The next of uniform integers 0, ..., count - 1.
   *
   * @throws RangeError if `count` is not an integer from 1 to 2^53 - 1
   */
  integer(count: number): number;
  /** `fill` with standard normals: the law `normal` for a Float64Array, `normal32` for a Float32Array. */
  fillNormal(out: Float64Array | Float32Array, offset?: number): void;
  /**
   * The stream at the path `label` below this one, at position 0; independent of this stream and of every other path.
   *
   * @param label - a string that is not empty, in which slashes separate steps (`split("a/b")` is `split("a").split("b")`), or
   *   a safe integer, which stands for its decimal digits
   * @throws TypeError if a step is empty or not well-formed Unicode, or the label is of another kind; RangeError if it is a
   *   number and no safe integer
   */
  split(label: string | number): Stream;
}

/** Largest index of a value plus one. */
const END = 2 ** 53;

function labelText(label: string | number): string {
  if (typeof label !== "string" && !Number.isSafeInteger(label))
    reject("split", "label", "be a string or a safe integer", label);
  return String(label);
}

function fillFrom(read: Reader, law: Law, out: Float64Array | Float32Array, offset: number): void {
  let lane = offset % law.lanes;
  let index = (offset - lane) / law.lanes;
  for (let filled = 0; filled < out.length; index++, lane = 0) {
    const values = read(law, index);
    while (lane < law.lanes && filled < out.length) out[filled++] = values[lane++]!;
  }
}

/** Requires a stream, by its kind. */
export function requireStream(call: string, random: Stream): void {
  if (typeof random?.fill !== "function") rejectKind(call, "random", "be a stream", random);
}

/** The stream of a key and path, at a position: what `stream`, `split` and `restore` make. */
export function streamAt(key: Key, path: string, start: number): Stream {
  let position = start;
  const read = blockReader(key);
  const fill = (law: Law, out: Float64Array | Float32Array, offset?: number): void => {
    requireLaw("fill", law);
    const floats = out instanceof Float64Array || out instanceof Float32Array;
    if (!floats) rejectKind("fill", "out", "be a Float64Array or a Float32Array", out);
    const from = offset ?? position;
    requireInteger("fill", "offset", from, 0, END - out.length);
    fillFrom(read, law, out, from);
    if (offset === undefined) position += out.length;
  };
  const draw = (law: Law): number => {
    requireLaw("draw", law);
    requireInteger("draw", "position", position, 0, END - 1);
    const lane = position % law.lanes;
    const value = read(law, (position - lane) / law.lanes)[lane]!;
    position++;
    return value;
  };
  return {
    key,
    path,
    get position() {
      return position;
    },
    draw,
    fill,
    skip: (count) => {
      requireInteger("skip", "count", count, 0, END - position);
      position += count;
      return position - count;
    },
    uniform: () => draw(uniform),
    normal: () => draw(normal),
    integer: (count) => draw(integer(count)),
    fillNormal: (out, offset) => fill(out instanceof Float32Array ? normal32 : normal, out, offset),
    split: (label) => {
      const text = labelText(label);
      const child = text.split("/").reduce(childKey, key);
      return streamAt(child, path === "" ? text : `${path}/${text}`, 0);
    },
  };
}

/**
 * The root stream of a seed.
 *
 * @param seed - an integer in [0, 2^53) as a number, or in [0, 2^64) as a bigint; equal values give equal streams
 * @returns the stream with the empty path, at position 0
 * @throws RangeError if the seed is out of range or not an integer; TypeError if it is neither number nor bigint
 *
 * @example
 * const noise = stream(42).split("noise");
 * noise.normal(); // the same value on every machine
 */
export function stream(seed: number | bigint): Stream {
  if (typeof seed !== "bigint") requireInteger("stream", "seed", seed, 0, Number.MAX_SAFE_INTEGER);
  else if (seed < 0n || seed >= 2n ** 64n) reject("stream", "seed", "be from 0 to 2^64 - 1", seed);
  return streamAt(seedKey(BigInt(seed)), "", 0);
}
