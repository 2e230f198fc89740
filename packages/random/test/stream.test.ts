import { expect, test } from "vitest";
import { gamma, normal, type Stream, stream, uniform } from "../src/index.ts";
import { bits } from "./bits.ts";

const COUNT = 1_000_000;

function filled(
  random: Stream,
  Kind: typeof Float64Array | typeof Float32Array,
  chunk: number,
): Float64Array | Float32Array {
  const out = new Kind(COUNT);
  for (let start = 0; start < COUNT; start += chunk)
    random.fillNormal(out.subarray(start, start + chunk), start);
  return out;
}

function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  return Buffer.compare(new Uint8Array(a.buffer), new Uint8Array(b.buffer)) === 0;
}

test.each([Float64Array, Float32Array])("10^6 normals in a %o do not depend on the chunking", (Kind) => {
  const whole = new Kind(COUNT);
  const random = stream(3).split("chunks");
  random.fillNormal(whole);
  expect(random.position).toBe(COUNT);
  for (const chunk of [999_983, 65_537, 4096, 7])
    expect(sameBytes(filled(random, Kind, chunk), whole)).toBe(true);
  const successive = stream(3).split("chunks");
  const parts = new Kind(COUNT);
  for (let start = 0; start < COUNT; start += 1013)
    successive.fillNormal(parts.subarray(start, start + 1013));
  expect(sameBytes(parts, whole)).toBe(true);
});

test("single draws and fills give the same values", () => {
  const whole = new Float64Array(1001);
  stream(3).fillNormal(whole);
  const random = stream(3);
  expect(bits(Array.from({ length: 1001 }, () => random.normal()))).toEqual(bits(whole));
});

test("laws drawn in turn read their values at the positions they are drawn at", () => {
  const random = stream(8);
  const drawn = [random.uniform(), random.normal(), random.draw(gamma({ shape: 2 })), random.uniform()];
  const uniforms = new Float64Array(4);
  random.fill(uniform, uniforms, 0);
  const second = new Float64Array(1);
  random.fill(normal, second, 1);
  expect([drawn[0], drawn[3], drawn[1]]).toEqual([uniforms[0], uniforms[3], second[0]]);
  expect(random.position).toBe(4);
});

test("children are the same before and after draws and in any order", () => {
  const untouched = stream(5);
  const b = untouched.split("b").normal();
  const a = untouched.split("a").normal();
  const used = stream(5);
  used.fillNormal(new Float64Array(100));
  expect(used.split("a").normal()).toBe(a);
  expect(used.split("b").normal()).toBe(b);
  expect(a).not.toBe(b);
});

test("a path with slashes is the chain of its steps, and a number its digits", () => {
  const chained = stream(5).split("trial").split(17).split("noise");
  const direct = stream(5n).split("trial/17/noise");
  expect(direct.key).toEqual(chained.key);
  expect(direct.path).toBe("trial/17/noise");
  expect(stream(5).split(-3).key).toEqual(stream(5).split("-3").key);
});

test("near labels and seeds give different keys", () => {
  const labels = ["a", "b", "aa", "a ", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\0", "ä", "10", "1", "a/a"];
  const seeds = [0, 1, 2 ** 32, 2 ** 53 - 1];
  const keys = [
    ...labels.map((label) => stream(1).split(label).key),
    ...seeds.map((seed) => stream(seed).key),
  ];
  expect(new Set(keys.map(String)).size).toBe(labels.length + seeds.length);
});

test("the last block of a stream can be read and nothing beyond it", () => {
  const out = new Float64Array(4);
  stream(1).fillNormal(out, 2 ** 53 - 4);
  expect(out.every(Number.isFinite)).toBe(true);
  expect(() => stream(1).fillNormal(out, 2 ** 53 - 3)).toThrow(
    new RangeError("fill: offset must be an integer from 0 to 9007199254740988, got 9007199254740989"),
  );
});

test.each<[unknown, Error]>([
  [-1, new RangeError("stream: seed must be an integer from 0 to 9007199254740991, got -1")],
  [Number.NaN, new RangeError("stream: seed must be an integer from 0 to 9007199254740991, got NaN")],
  [
    Number.POSITIVE_INFINITY,
    new RangeError("stream: seed must be an integer from 0 to 9007199254740991, got Infinity"),
  ],
  [0.5, new RangeError("stream: seed must be an integer from 0 to 9007199254740991, got 0.5")],
  [
    2 ** 53,
    new RangeError("stream: seed must be an integer from 0 to 9007199254740991, got 9007199254740992"),
  ],
  [2n ** 64n, new RangeError("stream: seed must be from 0 to 2^64 - 1, got 18446744073709551616n")],
  [-1n, new RangeError("stream: seed must be from 0 to 2^64 - 1, got -1n")],
  ["7", new TypeError('stream: seed must be an integer from 0 to 9007199254740991, got "7"')],
  [undefined, new TypeError("stream: seed must be an integer from 0 to 9007199254740991, got undefined")],
])("the seed %s is refused", (seed, error) => {
  expect(() => stream(seed as number)).toThrow(error);
});

test.each<[unknown, Error]>([
  ["", new TypeError('split: label must have no empty part between slashes, got ""')],
  ["a//b", new TypeError('split: label must have no empty part between slashes, got ""')],
  ["\ud800", new TypeError('split: label must be well-formed Unicode, got "\\ud800"')],
  [0.5, new RangeError("split: label must be a string or a safe integer, got 0.5")],
  [Number.NaN, new RangeError("split: label must be a string or a safe integer, got NaN")],
  [{}, new TypeError("split: label must be a string or a safe integer, got Object")],
])("the label %j is refused", (label, error) => {
  expect(() => stream(1).split(label as string)).toThrow(error);
});

test.each<[unknown, Error]>([
  [0, new RangeError("integer: count must be an integer from 1 to 9007199254740991, got 0")],
  [2.5, new RangeError("integer: count must be an integer from 1 to 9007199254740991, got 2.5")],
  [Number.NaN, new RangeError("integer: count must be an integer from 1 to 9007199254740991, got NaN")],
  ["6", new TypeError('integer: count must be an integer from 1 to 9007199254740991, got "6"')],
])("the integer count %s is refused", (count, error) => {
  expect(() => stream(1).integer(count as number)).toThrow(error);
});

test("fills refuse arrays and offsets of the wrong kind, and then have moved nothing", () => {
  const random = stream(1);
  const refused = (out: unknown, offset?: number) => () => random.fillNormal(out as Float64Array, offset);
  expect(refused([1, 2])).toThrow(
    new TypeError("fill: out must be a Float64Array or a Float32Array, got Array"),
  );
  expect(refused(new Int32Array(2))).toThrow(TypeError);
  expect(refused(new Float64Array(2), -1)).toThrow(RangeError);
  expect(refused(new Float64Array(2), Number.NaN)).toThrow(RangeError);
  expect(random.position).toBe(0);
});

test("skip hands out the next indices, so that a fill from elsewhere takes the stream's next values", () => {
  const random = stream(12);
  random.normal();
  const out = new Float64Array(5);
  random.fillNormal(out, random.skip(out.length));
  const whole = new Float64Array(7);
  stream(12).fillNormal(whole);
  expect(bits(out)).toEqual(bits(whole.subarray(1, 6)));
  expect(random.normal()).toBe(whole[6]);
  expect(() => random.skip(-1)).toThrow(RangeError);
  expect(() => random.skip(2 ** 53)).toThrow(
    new RangeError("skip: count must be an integer from 0 to 9007199254740985, got 9007199254740992"),
  );
});

test("a law that throws leaves nothing behind: the same draw throws again, at the same position", () => {
  const failing = {
    ...uniform,
    decode: () => {
      throw new Error("boom");
    },
  };
  const random = stream(1);
  expect(() => random.draw(failing)).toThrow("boom");
  expect(() => random.draw(failing)).toThrow("boom");
  expect(random.position).toBe(0);
});

test.each([0, 2 ** 32, 1.5, Number.NaN])("a law with the id %s is refused", (id) => {
  const rule = `law.id must be an integer from 1 to 4294967295, got ${id}`;
  expect(() => stream(1).draw({ ...uniform, id })).toThrow(new RangeError(`draw: ${rule}`));
  expect(() => stream(1).fill({ ...uniform, id }, new Float64Array(1))).toThrow(
    new RangeError(`fill: ${rule}`),
  );
});

test("a law without lanes is refused", () => {
  expect(() => stream(1).draw({ ...uniform, lanes: 0 })).toThrow(RangeError);
});
