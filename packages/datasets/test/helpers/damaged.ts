import fc from "fast-check";

/** Damage to a file: a function of its bytes that gives new ones. */
type Damage = (bytes: Uint8Array) => Uint8Array;

// Anywhere alike: fast-check by itself prefers the ends.
const place = fc.noBias(fc.integer({ min: 0, max: 2 ** 30 - 1 })).map((number) => number / 2 ** 30);
const at = (bytes: Uint8Array, where: number) => Math.floor(where * bytes.length);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

function overwritten(bytes: Uint8Array, start: number, by: ArrayLike<number>): Uint8Array {
  const out = bytes.slice();
  for (let i = 0; i < by.length && start + i < out.length; i++) out[start + i] = by[i]!;
  return out;
}

const flipped: fc.Arbitrary<Damage> = fc.tuple(place, fc.nat(7)).map(
  ([where, bit]) =>
    (bytes) =>
      overwritten(bytes, at(bytes, where), [bytes[at(bytes, where)]! ^ (1 << bit)]),
);
const set: fc.Arbitrary<Damage> = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(
  ([where, by]) =>
    (bytes) =>
      overwritten(bytes, at(bytes, where), by),
);
// Lengths and counts that overflow, or that ask for much.
const sizes = [0, 1, 127, 128, 255, 2 ** 15, 2 ** 16 - 1, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
const extreme: fc.Arbitrary<Damage> = fc
  .tuple(place, fc.constantFrom(...sizes), fc.constantFrom(1, 2, 4, 8))
  .map(([where, value, size]) => {
    const by = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255);
    return (bytes) => overwritten(bytes, at(bytes, where), by);
  });
// The same in base 128, as Thrift and snappy write them.
const varint: fc.Arbitrary<Damage> = fc.tuple(place, fc.integer({ min: 1, max: 10 }), fc.nat(127)).map(
  ([where, length, last]) =>
    (bytes) =>
      overwritten(bytes, at(bytes, where), [...Array<number>(length).fill(255), last]),
);
const copied: fc.Arbitrary<Damage> = fc.tuple(place, place, fc.integer({ min: 1, max: 200 })).map(
  ([from, to, length]) =>
    (bytes) =>
      overwritten(bytes, at(bytes, to), bytes.slice(at(bytes, from), at(bytes, from) + length)),
);
const cut: fc.Arbitrary<Damage> = place.map((where) => (bytes) => bytes.slice(0, at(bytes, where)));
const inserted: fc.Arbitrary<Damage> = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(
  ([where, by]) =>
    (bytes) =>
      joined(bytes.subarray(0, at(bytes, where)), by, bytes.subarray(at(bytes, where))),
);
const removed: fc.Arbitrary<Damage> = fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(
  ([where, length]) =>
    (bytes) =>
      joined(bytes.subarray(0, at(bytes, where)), bytes.subarray(at(bytes, where) + length)),
);

const inPlace = fc.array(fc.oneof(flipped, set, extreme, varint, copied), { minLength: 1, maxLength: 3 });
const resizing = fc.array(fc.oneof(cut, inserted, removed), { minLength: 1, maxLength: 3 });
// Half of the damage at either end, where headers and directories are.
const regions = fc.constantFrom<Region>("all", "all", "head", "tail");
type Region = "all" | "head" | "tail";

/** Files of a corpus with one to three damages each; in one file of four also its length changes. */
export function damaged(corpus: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const damages = fc.oneof({ weight: 3, arbitrary: inPlace }, { weight: 1, arbitrary: resizing });
  return fc
    .tuple(fc.constantFrom(...corpus), damages, regions)
    .map(([file, list, region]) => within(file, region, list));
}

function within(file: Uint8Array, region: Region, damages: readonly Damage[]): Uint8Array {
  const start = region === "tail" ? Math.max(0, file.length - 400) : 0;
  const end = region === "head" ? Math.min(150, file.length) : file.length;
  const part = damages.reduce<Uint8Array>((bytes, damage) => damage(bytes), file.slice(start, end));
  return joined(file.subarray(0, start), part, file.subarray(end));
}
