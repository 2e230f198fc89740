import fc from "fast-check";
import { expect, test } from "vitest";
import { checkedLine, readCheckedLine } from "../../src/store/checked-line.ts";

const record = { kind: "row", key: '{"a":"é\u2028"}/0', row: { mean: 0.1, text: "\n" } };
const line = Buffer.from(checkedLine(record)).subarray(0, -1);

test("a line is JSON of its record with a checksum, and reads back", () => {
  expect(line.includes(10)).toBe(false);
  expect(JSON.parse(line.toString())).toEqual({ ...record, check: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(readCheckedLine(line)).toEqual(record);
});

test("a line that is cut at any place is not read, nor one that is glued to another", () => {
  for (let length = 0; length < line.length; length++) {
    expect(readCheckedLine(line.subarray(0, length))).toBeUndefined();
    expect(readCheckedLine(line.subarray(line.length - length))).toBeUndefined();
    expect(readCheckedLine(Buffer.concat([line.subarray(0, length), line]))).toEqual(
      length === 0 ? record : undefined,
    );
  }
});

test("a line with any bit changed is not read", () => {
  const place = fc.tuple(fc.nat(line.length - 1), fc.nat(7));
  fc.assert(
    fc.property(place, ([at, bit]) => {
      const changed = Buffer.from(line);
      changed[at]! ^= 1 << bit;
      expect(readCheckedLine(changed)).toBeUndefined();
    }),
    { numRuns: 2000, seed: 2 },
  );
});
