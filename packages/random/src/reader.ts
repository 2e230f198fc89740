import type { Key } from "./key.ts";
import type { Law } from "./law.ts";
import { philox } from "./philox.ts";

/** The decoded values of block `index` of a law: `lanes` numbers, valid until the next call. */
export type Reader = (law: Law, index: number) => Float64Array;

/** A reader of the blocks under a key; it keeps the last block, so that values drawn one by one decode it once. */
export function blockReader(key: Key): Reader {
  const words = new Uint32Array(4);
  let values = new Float64Array(4);
  let law: Law | undefined;
  let index = 0;
  let decoded = false;
  const block = (attempt = 0): Uint32Array => {
    words[0] = index;
    words[1] = index / 2 ** 32;
    words[2] = attempt;
    words[3] = law!.id;
    philox(words, key);
    return words;
  };
  return (wanted, at) => {
    if (decoded && wanted === law && at === index) return values;
    decoded = false;
    law = wanted;
    index = at;
    if (values.length < law.lanes) values = new Float64Array(law.lanes);
    law.decode(block, values);
    decoded = true;
    return values;
  };
}
