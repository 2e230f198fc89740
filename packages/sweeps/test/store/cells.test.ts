import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCell, encodeCell } from "../../src/store/cells.ts";

const text = fc.oneof(
  fc.string(),
  fc.stringMatching(/^'{0,3}(NaN|Infinity|-Infinity|-0|0|1e5)$/),
  fc.constant("\ud800"),
);

test("every cell comes back from JSON as it was", () => {
  const cell = fc.oneof(fc.double(), text, fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(cell, (value) => {
      expect(decodeCell(JSON.parse(JSON.stringify(encodeCell(value))))).toBe(value);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test("numbers that JSON has not are readable", () => {
  expect([Number.NaN, Number.NEGATIVE_INFINITY, -0, "NaN"].map(encodeCell)).toEqual([
    "NaN",
    "-Infinity",
    "-0",
    "'NaN",
  ]);
});
