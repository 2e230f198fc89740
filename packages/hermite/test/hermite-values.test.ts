import { expect, test } from "vitest";
import { hermite, hermiteValues } from "../src/index.ts";

test("holds every h_k up to the order", () => {
  expect([...hermiteValues(40, -1.3)]).toEqual(Array.from({ length: 41 }, (_, k) => hermite(k, -1.3)));
});

test("writes into the array it is given", () => {
  const out = new Float64Array(3);
  expect(hermiteValues(2, 3, out)).toBe(out);
  expect(out[1]).toBe(3);
});

test("refuses an array of another length", () => {
  expect(() => hermiteValues(2, 3, new Float64Array(2))).toThrow(
    new TypeError("hermiteValues: out must have maximumOrder + 1 = 3 entries, got 2"),
  );
});
