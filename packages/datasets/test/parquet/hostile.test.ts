import { snappyUncompress } from "hyparquet";
import { describe, expect, test } from "vitest";
import { decodeRuns } from "../../src/parquet/runs.ts";
import { unsnappy } from "../../src/parquet/snappy.ts";
import { thriftEnd } from "../../src/parquet/thrift-end.ts";
import { refusal } from "../../src/refuse.ts";

const refuse = refusal("readParquet", "bytes");
const refused = /^readParquet: bytes must hold /;

describe("runs", () => {
  test("a run says how often its value comes, packed bits come in groups of eight", () => {
    expect(decodeRuns(Uint8Array.of(10, 7), 3, 5, refuse)).toEqual(Uint32Array.of(7, 7, 7, 7, 7));
    // The example of the format's description: 0 to 7 in three bits each.
    expect(decodeRuns(Uint8Array.of(3, 0x88, 0xc6, 0xfa), 3, 8, refuse)).toEqual(
      Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
    );
    expect(decodeRuns(Uint8Array.of(4, 1, 3, 0b10), 1, 4, refuse)).toEqual(Uint32Array.of(1, 1, 0, 1));
    expect(decodeRuns(Uint8Array.of(4, 1, 2, 3, 255), 32, 2, refuse)).toEqual(
      Uint32Array.of(0xff030201, 0xff030201),
    );
    expect(decodeRuns(Uint8Array.of(6), 0, 3, refuse)).toEqual(new Uint32Array(3));
  });

  test("a run of 2^34 values ends with the page", () => {
    expect(decodeRuns(Uint8Array.of(254, 255, 255, 255, 127, 1), 1, 3, refuse)).toEqual(
      Uint32Array.of(1, 1, 1),
    );
  });

  test.each([[[]], [[0, 1]], [[10]], [[3]], [[255, 255, 255, 255, 255, 1]]])("refuses %j", (bytes) => {
    expect(() => decodeRuns(Uint8Array.from(bytes), 1, 8, refuse)).toThrow(refused);
  });
});

describe("snappy", () => {
  const abc = [97, 98, 99];

  test.each([
    ["a literal", [3, 2 << 2, ...abc], "abc"],
    ["a literal with a length of its own", [3, 60 << 2, 2, ...abc], "abc"],
    ["a copy that overlaps itself", [11, 2 << 2, ...abc, (4 << 2) | 1, 3], "abcabcabcab"],
    ["a copy with a distance of two bytes", [6, 2 << 2, ...abc, (2 << 2) | 2, 3, 0], "abcabc"],
    ["a copy with a distance of four bytes", [6, 2 << 2, ...abc, (2 << 2) | 3, 3, 0, 0, 0], "abcabc"],
  ])("reads %s as hyparquet does", (_, bytes, text) => {
    const size = text.length;
    const theirs = new Uint8Array(size);
    snappyUncompress(Uint8Array.from(bytes), theirs);
    expect(new TextDecoder().decode(unsnappy(Uint8Array.from(bytes), size, refuse))).toBe(text);
    expect(new TextDecoder().decode(theirs)).toBe(text);
  });

  test.each([
    ["another length than the page says", [4, 2 << 2, ...abc]],
    ["no length", [255, 255, 255, 255, 255, 1]],
    ["a length that so few bytes cannot have", [255, 255, 255, 127, 2 << 2, ...abc]],
    // Taken for a number with sign it would step back, for ever.
    ["a literal of 2^32 - 5 bytes", [3, 63 << 2, 250, 255, 255, 255, ...abc]],
    ["a literal beyond its end", [3, 2 << 2, 97]],
    ["an element that is cut", [3, 61 << 2, 1]],
    ["a copy from before the start", [7, 2 << 2, ...abc, 1, 9]],
    ["a copy from where it is", [7, 2 << 2, ...abc, 1, 0]],
    ["more than it says", [3, 2 << 2, ...abc, 1, 1]],
    ["less than it says", [5, 2 << 2, ...abc]],
  ])("refuses %s", (_, bytes) => {
    expect(() => unsnappy(Uint8Array.from(bytes), bytes[0] ?? 0, refuse)).toThrow(refused);
  });
});

describe("Thrift", () => {
  test("a struct ends at its stop", () => {
    // A field of each type: truth, byte, integer, double, text, list of truth values, struct with a list of integers.
    const struct = [
      0x11, 0x13, 9, 0x15, 0x80, 1, 0x17, 0, 0, 0, 0, 0, 0, 0, 0, 0x18, 2, 97, 98, 0x19, 0x21, 1, 2, 0x1c,
      0x19, 0x25, 2, 4, 0, 0x06, 40, 2, 0,
    ];
    expect(thriftEnd(Uint8Array.from([7, ...struct, 9]), 1, refuse)).toBe(struct.length + 1);
  });

  test.each([
    ["no stop", [0x11]],
    ["a text beyond the end", [0x18, 100, 0]],
    ["a list beyond the end", [0x19, 0xf5, 255, 255, 255, 127, 0]],
    ["an integer without end", [0x15, ...Array<number>(12).fill(255), 0]],
    ["a type that Parquet does not use", [0x1b, 0, 0]],
    ["structs in structs", Array<number>(40).fill(0x1c)],
  ])("refuses %s", (_, bytes) => {
    expect(() => thriftEnd(Uint8Array.from(bytes), 0, refuse)).toThrow(refused);
  });
});
