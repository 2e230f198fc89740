import { reject } from "./argument-checks.ts";
import { philox } from "./philox.ts";

/** The key of a stream: two unsigned 32-bit words. */
export type Key = readonly [number, number];

/** The counter's last word in key derivations; every law has a positive one. */
const DERIVATION = 0;
/** The counter's third word when a seed is absorbed; labels put their length there. */
const SEED_TAG = 0xffffffff;

const encoder = new TextEncoder();

function absorb(low: number, high: number, tag: number, key: Key): Key {
  const block = Uint32Array.of(low, high, tag, DERIVATION);
  philox(block, key);
  return [block[0]!, block[1]!];
}

/** The key of the root stream of a seed in [0, 2^64). */
export function seedKey(seed: bigint): Key {
  return absorb(Number(seed & 0xffffffffn), Number(seed >> 32n), SEED_TAG, [0, 0]);
}

function littleEndianWord(bytes: Uint8Array, start: number): number {
  let word = 0;
  for (let i = 0; i < 4; i++) word += (bytes[start + i] ?? 0) * 2 ** (8 * i);
  return word;
}

/**
 * The key of the child `label` of the stream with key `parent`: the label's UTF-8 bytes, eight at a time and padded with
 * zeros, are the first two counter words of a chain of Philox calls; the third is the label's length in bytes.
 */
export function childKey(parent: Key, label: string): Key {
  if (label === "") reject("split", "label", "have no empty part between slashes", label);
  if (/\p{Surrogate}/u.test(label)) reject("split", "label", "be well-formed Unicode", label);
  const bytes = encoder.encode(label);
  let key = parent;
  for (let start = 0; start < bytes.length; start += 8)
    key = absorb(littleEndianWord(bytes, start), littleEndianWord(bytes, start + 4), bytes.length, key);
  return key;
}
